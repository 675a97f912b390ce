import type { Locator } from 'playwright-core';
import { type SignedInAccount, signInAs } from '../support/accounts';
import { type Browsing, accessibilityFaults, isCutOff, ownAddress, startBrowsing } from '../support/browser';
import {
  type ReportingRegister,
  arrange,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
  takeStep,
} from '../support/reporting';
import { keyboardOf, named } from './hands';
import { saidIn } from './said';

const AREAS = ['portal', 'review', 'records', 'logging', 'staff', 'words', 'ui'];
const START = '2026-02-10T10:00:00Z';
const AFTER_THE_QUARTER = '2026-04-01T10:00:00Z';
const PAST = { deadline: { stated: '2026-01-31' } };

interface Report {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly onBehalf: boolean;
  readonly content: { readonly breakdowns: readonly object[] };
}

/** Waits until the focus is there, where the reader goes on. */
async function isFocused(target: Locator): Promise<void> {
  const has = () => target.evaluate((element) => element === element.ownerDocument.activeElement);
  for (let tries = 0; tries < 60 && !(await has()); tries += 1) await target.page().waitForTimeout(50);
  expect(await has()).toBe(true);
}

describe('what an organisation does beside its reports', () => {
  let register: ReportingRegister;
  let browsing: Browsing;
  let representative: SignedInAccount;
  let officer: SignedInAccount;

  beforeAll(async () => {
    const address = await ownAddress();
    register = await startReporting(START, address);
    browsing = await startBrowsing(register.api, address);
    ({ representative } = register);
    ({ officer } = register.staff);
    await nightOf(register, START);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await browsing.close();
    await register.api.close();
  });

  const reportsOf = async (commitment: string | undefined) =>
    (await officer.http<{ items: Report[] }>('GET', `/commitments/${commitment}/reports`)).body.items;
  const read = async (id: string) => (await officer.http<Report>('GET', `/reports/${id}`)).body;

  it('replies to a notice that an officer recorded, once, and both read the reply', async () => {
    const say = saidIn('en', AREAS);
    const { commitments } = await promisedByOwn(register, [jobs('c1', 200, PAST)]);
    const staff = await browsing.open({ account: officer });
    await staff.visit(`/staff/commitments/${commitments[0]}`);
    await staff.page.getByText(say('Record a notice')).click();
    await staff.page.getByLabel(say('Day of the letter')).fill('2026-02-09');
    await staff.page.getByRole('button', { name: say('Record the notice') }).click();
    await staff.page
      .getByText(named(say('The word waits for a reply until {{day}}.', { day: '23' }).slice(0, 20)))
      .waitFor();
    await staff.page
      .getByRole('status')
      .getByText(say('The notice is recorded. Ten working days run from its day.'))
      .waitFor();
    await isFocused(staff.page.getByRole('heading', { name: say('Right of reply') }));
    // The form is closed, lest the clock of the law is started twice.
    expect(await staff.page.getByRole('button', { name: say('Record the notice') }).isVisible()).toBe(false);
    expect(await accessibilityFaults(staff.page)).toEqual([]);

    const { page, visit, complaints } = await browsing.open({ width: 360, account: representative });
    const hands = keyboardOf(page);
    await visit('/portal');
    await hands.press('link', say('Read the notice and reply'));
    await page.getByText(say('by letter', {}, 'notices')).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isCutOff(page)).toBe(false);
    await hands.press('button', say('Give the reply'));
    await page.getByText(say('Write the reply first.')).waitFor();
    await hands.type(say('What your organisation says'), 'The fictional land came late');
    await hands.press('button', say('Give the reply'));
    await page.locator('blockquote').getByText('The fictional land came late').waitFor();
    expect(await page.getByRole('button', { name: say('Give the reply') }).count()).toBe(0);
    await visit('/portal/notices');
    await page.getByRole('table', { name: say('Notices and replies', {}, 'notices') }).waitFor();
    expect(await isCutOff(page)).toBe(false);
    expect(complaints).toEqual([]);
    await staff.visit(`/staff/commitments/${commitments[0]}`);
    await staff.page.getByText('The fictional land came late').waitFor();
  });

  it.each(['fr', 'ar'] as const)('is read at night on the narrowest window in “%s”', async (language) => {
    const { page, visit, complaints } = await browsing.open({
      ...{ language, theme: 'dark', width: 320, account: representative },
    });
    for (const path of ['/portal/notices', '/portal/people', '/portal/people/invite']) {
      await visit(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await isCutOff(page)).toBe(false);
    }
    expect(complaints).toEqual([]);
  });

  it('knows who acts for it, invites somebody who prepares reports, and takes that back', async () => {
    const say = saidIn('en', AREAS);
    const { page, visit, complaints } = await browsing.open({ account: representative });
    await visit('/portal');
    await page.getByRole('link', { name: say('People', {}, 'nav'), exact: true }).click();
    const people = page.getByRole('table', { name: say('Who has access') });
    await people.getByText(register.editor.email).first().waitFor();
    expect(await people.getByText(register.stranger.email).count()).toBe(0);
    await page
      .getByRole('link', { name: say('Invite somebody who prepares reports', {}, 'people.invite') })
      .click();
    await page.getByLabel(say('Work address')).fill('fictional.editor@company.test');
    await page.getByRole('button', { name: say('Send the invitation') }).click();
    const invited = page.getByRole('table', { name: say('Invited') });
    await invited.getByText('fictional.editor@company.test').first().waitFor();
    await invited.getByRole('button', { name: say('Withdraw the invitation') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('Withdraw the invitation') })
      .click();
    await page.getByText(say('Nobody is invited now.')).waitFor();
    expect(complaints).toEqual([]);
    const editor = await browsing.open({ account: register.editor });
    await editor.visit('/portal');
    await editor.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await editor.page.getByRole('link', { name: say('People', {}, 'nav'), exact: true }).count()).toBe(
      0,
    );
  });

  it('breaks a figure down, reads what became of it, and appeals once', async () => {
    const say = saidIn('en', AREAS);
    await nightOf(register, START);
    const { id, commitments } = await promisedByOwn(register, [jobs('c1', 200)]);
    await arrange(officer, id, { rhythm: 'quarterly' });
    await nightOf(register, AFTER_THE_QUARTER);
    const [asked] = await reportsOf(commitments[0]);
    const report = asked?.id ?? '';
    const { page, visit, complaints } = await browsing.open({ width: 360, account: representative });
    await visit(`/portal/reports/${report}`);
    await page.getByRole('button', { name: say('Begin the report') }).click();
    await page.locator('#field-value').fill('52');
    await page
      .getByRole('button', { name: named(say('Add: {{axis}}', { axis: say('By contract') })) })
      .click();
    // What is not understood is not left out silently, and is forgotten with what it belongs to.
    await page.getByLabel(say('Permanent, kept for 18 months')).fill('some');
    await page.getByLabel(say('Our own statement is all there is')).check();
    await page.getByLabel(say('I attest that this report is true and complete to my knowledge.')).check();
    await page.getByRole('button', { name: say('Submit the report') }).click();
    await page
      .getByRole('alert')
      .getByText(say('This figure was not understood: write it again or empty the field.'))
      .waitFor();
    expect((await read(report)).state).toBe('draft');
    await page
      .getByRole('button', { name: named(say('Remove: {{axis}}', { axis: say('By contract') })) })
      .click();
    await page
      .getByRole('button', { name: named(say('Add: {{axis}}', { axis: say('By contract') })) })
      .click();
    expect(await page.getByLabel(say('Permanent, kept for 18 months')).inputValue()).toBe('');
    await page.getByLabel(say('Permanent, kept for 18 months')).fill('30');
    await page.getByLabel(say('Fixed term')).fill('12');
    await page
      .getByText(named(say('The parts come to {{sum}} of {{total}}.', { sum: '42', total: '52' })))
      .waitFor();
    await page.getByLabel(say('Our own statement is all there is')).check();
    await page.getByText(say('Everything is saved.')).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isCutOff(page)).toBe(false);
    await page.getByLabel(say('I attest that this report is true and complete to my knowledge.')).check();
    await page.getByRole('button', { name: say('Submit the report') }).click();
    // The parts do not come to the total, and nobody said that they are some of it.
    await page.getByRole('alert').getByRole('link').first().click();
    await page.getByLabel(say('These are some of the total only')).check();
    await page.getByText(say('Everything is saved.')).waitFor();
    await page.getByRole('button', { name: say('Submit the report') }).click();
    await page.getByRole('heading', { name: say('Receipt') }).waitFor();
    expect((await read(report)).content.breakdowns).toEqual([
      {
        ...{ by: 'contract', partial: true },
        parts: [
          { key: 'permanent_kept_18_months', value: 30 },
          { key: 'fixed_term', value: 12 },
        ],
      },
    ]);
    const { revision } = await read(report);
    await register.staff.verifier.http('POST', `/reports/${report}/transitions`, {
      headers: { 'if-match': `"${revision}"` },
      body: { action: 'reject', reason: 'A fictional rejection' },
    });
    await visit(`/portal/commitments/${commitments[0]}`);
    await page.getByText('A fictional rejection').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('table').getByRole('link').click();
    const why = page.getByLabel(say('Why the rejection should be looked at again'));
    await page.getByRole('button', { name: say('Appeal once') }).click();
    await isFocused(why);
    await page.getByRole('button', { name: say('Cancel') }).click();
    await isFocused(page.getByRole('button', { name: say('Appeal once') }));
    await page.getByRole('button', { name: say('Appeal once') }).click();
    await why.fill('A fictional ground');
    await page.getByRole('button', { name: say('Appeal once') }).click();
    await page.getByText(say('Submitted', {}, 'reportState'), { exact: true }).waitFor();
    await page.getByRole('status').getByText(say('The appeal was sent.')).waitFor();
    await isFocused(page.getByRole('heading', { name: say('What you may still do') }));
    expect((await read(report)).state).toBe('submitted');
    expect(complaints).toEqual([]);
  });

  it('has a report written for it by an officer, which says so everywhere', async () => {
    const say = saidIn('en', AREAS);
    await nightOf(register, AFTER_THE_QUARTER);
    const { commitments } = await promisedByOwn(register, [jobs('c1', 200)]);
    const { page, visit, complaints } = await browsing.open({ account: officer });
    await visit(`/staff/commitments/${commitments[0]}`);
    await page.getByText(say('Write a report on behalf of the organisation')).click();
    await page.getByLabel(say('Last day of the period')).fill('2026-03-31');
    await page.getByRole('button', { name: say('Begin the report', {}, 'reports') }).click();
    await page.getByText(say('You write this report on behalf of:')).waitFor();
    await page.locator('#field-value').fill('17');
    await page.getByLabel(say('Our own statement is all there is')).check();
    await page.getByText(say('Everything is saved.')).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel(say('I enter what the organisation stated to us, and nothing else.')).check();
    await page.getByRole('button', { name: say('Submit the report') }).click();
    await page.getByRole('heading', { name: say('Receipt') }).waitFor();
    const [report] = await reportsOf(commitments[0]);
    expect(report).toMatchObject({ state: 'submitted', onBehalf: true });
    await visit(`/staff/commitments/${commitments[0]}`);
    await page.getByText(say('On behalf of the organisation'), { exact: true }).waitFor();
    const own = await browsing.open({ account: representative });
    await own.visit(`/portal/reports/${report?.id}`);
    await own.page.getByText(say('By an officer on behalf of the organisation')).waitFor();
    await takeStep(register.staff.verifier, report?.id ?? '', 'accept');
    expect(complaints).toEqual([]);
  });

  it('is asked by its own people alone', async () => {
    const say = saidIn('en', AREAS);
    const auditor = await signInAs(register.api, {
      grants: [{ role: 'auditor', scope: { kind: 'country' } }],
    });
    const { page, visit } = await browsing.open({ account: auditor });
    await visit('/portal/notices');
    await page.getByRole('heading', { name: say('These pages belong to organisations') }).waitFor();
  });
});
