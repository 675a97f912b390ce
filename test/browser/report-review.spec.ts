import type { Page } from 'playwright-core';
import { type SignedInAccount, countryWide, signInAs } from '../support/accounts';
import {
  type Browsing,
  type PageLanguage,
  accessibilityFaults,
  isCutOff,
  ownAddress,
  startBrowsing,
} from '../support/browser';
import { type ReportingRegister, attach, jobs, promisedByOwn, startReporting } from '../support/reporting';
import { keyboardOf, named } from './hands';
import { saidIn } from './said';

const AREAS = ['review', 'staff', 'words', 'ui', 'app'];
const AREAS_OF_RECORD = ['agreements', 'words'];
const TITLE = { fr: 'Emplois fictifs', ar: 'مناصب شغل خيالية', en: 'Fictional jobs' };
const NAMES = { figure: 'value', kind: 'payroll_or_cnss', nominative: 'yes', extract: '40 employees' };
const CHANGED = 'This changed since you read it';

describe('reports that wait for a decision', () => {
  let register: ReportingRegister;
  let browsing: Browsing;
  let verifier: SignedInAccount;
  let officer: SignedInAccount;

  beforeAll(async () => {
    const address = await ownAddress();
    register = await startReporting('2026-02-10T10:00:00Z', address);
    browsing = await startBrowsing(register.api, address);
    ({ verifier, officer } = register.staff);
  });
  afterAll(async () => {
    await browsing.close();
    await register.api.close();
  });

  interface Read {
    readonly id: string;
    readonly revision: number;
    readonly state: string;
    readonly claimedValue: number | null;
    readonly acceptedValue: number | null;
    readonly decision: { readonly reason: string | null } | null;
  }
  const read = async (id: string) => (await verifier.http<Read>('GET', `/reports/${id}`)).body;
  const change = async (
    id: string,
    who: SignedInAccount,
    method: 'PATCH' | 'POST',
    path: string,
    body: object,
  ) => {
    const headers = { 'if-match': `"${(await read(id)).revision}"` };
    const answer = await who.http(method, `/reports/${id}${path}`, { headers, body });
    expect(answer.status).toBe(200);
  };
  const take = (id: string, action: string, who: SignedInAccount) =>
    change(id, who, 'POST', '/transitions', { action });

  /** A report of 40 jobs that its organisation attested, with a file that names employees. */
  async function submitted(commitment?: string, periodUntil = '2026-02-01'): Promise<[string, string]> {
    const of =
      commitment ?? (await promisedByOwn(register, [jobs('c1', 200, { title: TITLE })])).commitments[0];
    const path = `/commitments/${of}/reports`;
    const { body } = await register.editor.http<Read>('POST', path, { body: { periodUntil } });
    await attach(register, register.editor, body.id, NAMES);
    await change(body.id, register.editor, 'PATCH', '', {
      value: 40,
      breakdowns: [{ by: 'sex', parts: ['women', 'men'].map((key) => ({ key, value: 20 })) }],
      obstacles: [{ kind: 'state_duty', text: 'The fictional road is not built' }],
    });
    await take(body.id, 'submit', register.representative);
    return [body.id, of ?? ''];
  }

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const heading = (page: Page, language: PageLanguage) =>
    page.getByRole('heading', { level: 1, name: new RegExp(TITLE[language]) });

  it.each(['ar', 'fr', 'en'] as const)(
    'are decided about one after the other in “%s”, with a figure that the verifier follows instead',
    async (language) => {
      const say = saidIn(language, AREAS);
      const [first] = await submitted();
      const [second] = await submitted();
      const { page, visit, complaints } = await browsing.open({ language, account: verifier });
      await visit('/staff');
      await page
        .getByRole('navigation')
        .getByRole('link', { name: say('Reports', {}, 'nav') })
        .click();
      await page.getByRole('main').locator(`a[href*="/staff/reports/${first}"]`).click();
      await heading(page, language).waitFor();
      await page.getByText(say('Duty of the State')).waitFor();

      // Before the report is taken up, the file that names people stays closed, and the page says why.
      await page.getByRole('button', { name: say('Open the file') }).click();
      await page.getByRole('alert').first().waitFor();
      await button(page, say('Take up')).click();
      await page.getByText(say('Taken up', {}, 'reportStep')).waitFor();
      const opened = page.waitForEvent('download');
      await page.getByRole('button', { name: say('Open the file') }).click();
      expect((await opened).suggestedFilename()).toBe('evidence.pdf');

      // Steps against somebody say why, and another figure is typed.
      await button(page, say('Accept another figure', {}, 'reports.action')).click();
      await page.getByText(say('Give the value that is accepted instead, as a figure.')).waitFor();
      expect((await read(first)).state).toBe('in_review');
      await page.getByLabel(say('Another value')).fill('32');
      await page.getByLabel(say('Reason', {}, 'decision')).fill('Eight contracts end in March');
      await button(page, say('Accept another figure', {}, 'reports.action')).click();
      await page
        .getByText(named(say('Another figure accepted: {{title}}.', { title: TITLE[language] })))
        .waitFor();
      expect(await read(first)).toMatchObject({
        ...{ state: 'accepted_with_reservation', claimedValue: 40, acceptedValue: 32 },
        decision: { reason: 'Eight contracts end in March' },
      });

      // The next of the queue is there already; by keys alone it goes back with questions.
      await page.waitForURL((url) => url.pathname.endsWith(`/staff/reports/${second}`));
      await heading(page, language).waitFor();
      const keys = keyboardOf(page);
      await keys.typeInto(page.getByLabel(say('Reason', {}, 'decision')), 'Which contracts are meant?');
      await keys.reach(button(page, say('Return with questions')));
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.pathname.endsWith(second));
      expect(await read(second)).toMatchObject({ state: 'returned', acceptedValue: null });
      expect(complaints).toEqual([]);
    },
  );

  it('show what was accepted before beside the claim, and what changed meanwhile before a decision', async () => {
    const [earlier, commitment] = await submitted(undefined, '2026-01-15');
    await take(earlier, 'accept', verifier);
    const [later] = await submitted(commitment);
    const { page, visit } = await browsing.open({ account: verifier });
    await visit(`/staff/reports/${later}`);
    const values = page.getByRole('region', { name: 'Claimed, accepted and promised' });
    await values.getByText('No change since then').waitFor();
    await values.getByText(named('200 jobs')).waitFor();
    await page.getByRole('table', { name: 'Values so far' }).locator(`a[href*="${earlier}"]`).waitFor();
    const second = await signInAs(register.api, { grants: [countryWide('verifier')] });
    await take(later, 'take_up', second);
    await button(page, 'Accept').click();
    await page.getByText(CHANGED).waitFor();
    expect((await read(later)).state).toBe('in_review');
    await button(page, 'Read again').click();
    await page.getByText(CHANGED).waitFor({ state: 'detached' });
    await button(page, 'Accept').click();
    await page.getByText(named(`Accepted: ${TITLE.en}.`)).waitFor();
    expect(await read(later)).toMatchObject({ state: 'accepted', acceptedValue: 40 });
  });

  it('say to whoever may not decide why not', async () => {
    const [report] = await submitted();
    const { page, visit } = await browsing.open({ account: officer });
    await visit(`/staff/reports/${report}`);
    const accept = button(page, 'Accept');
    expect(await accept.getAttribute('aria-disabled')).toBe('true');
    expect(await accept.getAttribute('title')).not.toBe('');
    await accept.click({ force: true });
    expect((await read(report)).state).toBe('submitted');
  });

  it('stand in the time line with whatever else happened to the commitments, each with the way to its record', async () => {
    const past = { title: TITLE, deadline: { stated: '2026-01-31' } };
    const promised = await promisedByOwn(register, [jobs('c1', 200, { title: TITLE }), jobs('c2', 90, past)]);
    const [reported = '', late = ''] = promised.commitments;
    const [report] = await submitted(reported);
    await take(report, 'accept', verifier);
    const tell = async (who: SignedInAccount, path: string, body: object, headers = {}) => {
      const answer = await who.http<{ id: string }>('POST', path, { body, headers });
      expect({ path, isDone: answer.status < 300 }).toEqual({ path, isDone: true });
      return answer.body.id;
    };
    const asked = await tell(register.editor, `/commitments/${reported}/change-requests`, {
      ...{ what: 'deadline', proposed: { deadline: '2031' }, reason: 'The fictional plant is late' },
    });
    const declined = { answer: 'declined', reason: 'No amendment is wanted' };
    await tell(officer, `/change-requests/${asked}/answer`, declined);
    const notice = { word: 'closed_not_met', channel: 'letter', sentOn: '2026-02-09' };
    const told = await tell(officer, `/commitments/${late}/notices`, notice);
    await tell(register.representative, `/notices/${told}/reply`, { reply: 'The fictional land came late' });
    const { director } = register.staff;
    const { revision } = (await director.http<{ revision: number }>('GET', `/commitments/${late}`)).body;
    const waived = { outcome: 'waived', reason: 'Nobody needs it any more' };
    await tell(director, `/commitments/${late}/decisions`, waived, { 'if-match': `"${revision}"` });
    for (const language of ['ar', 'fr', 'en'] as const) {
      const say = saidIn(language, AREAS_OF_RECORD);
      const { page, visit, complaints } = await browsing.open({ language, account: officer });
      await visit(`/staff/agreements/${promised.id}/timeline`);
      const deadline = say('Deadline', {}, 'changeRequestWhat');
      const word = say('Closed: not met', {}, 'status');
      const happened = [
        [
          say('Decision: {{outcome}}', { outcome: say('Waived', {}, 'decision') }),
          'Nobody needs it any more',
        ],
        [
          say('Change asked for ({{what}}): {{state}}', {
            ...{ what: deadline, state: say('Declined', {}, 'changeRequestState') },
          }),
          'No amendment is wanted',
        ],
        [say('Change asked for: {{what}}', { what: deadline }), 'The fictional plant is late'],
        [say('Reply to the notice before the word “{{word}}”', { word }), 'The fictional land came late'],
        [say('Report: {{step}}', { step: say('Accepted', {}, 'reportStep') }), TITLE[language]],
        [say('Report: {{step}}', { step: say('Submitted', {}, 'reportStep') }), TITLE[language]],
        [say('Notice given before the word “{{word}}”', { word }), TITLE[language]],
      ] as const;
      const places: string[] = [];
      for (const [what, why] of happened) {
        const entry = page
          .getByRole('listitem')
          .filter({ has: page.getByRole('link', { name: named(what) }) });
        await entry.getByText(why).waitFor();
        places.push((await entry.getByRole('link').getAttribute('href')) ?? '');
      }
      const below = (path: string) => `/${language}/staff/${path}`;
      expect(places).toEqual([
        below(`commitments/${late}`),
        ...[asked, asked].map((id) => below(`review/requests/${id}`)),
        below(`commitments/${late}`),
        ...[report, report].map((id) => below(`reports/${id}`)),
        below(`commitments/${late}`),
      ]);
      // One order, the latest first: the notice was given the day before everything else.
      const days = await page
        .locator('.timeline time')
        .evaluateAll((times) =>
          times.map((time) => (time as unknown as { dateTime: string }).dateTime.slice(0, 10)),
        );
      expect(days).toEqual([...days].sort().reverse());
      expect(complaints).toEqual([]);
    }
  });

  it('are accessible and not cut off where there is little room', async () => {
    const [report] = await submitted();
    for (const sight of [
      { language: 'ar', theme: 'dark', width: 320 },
      { language: 'fr', theme: 'light', width: 1280 },
    ] as const) {
      const { page, visit } = await browsing.open({ ...sight, account: verifier });
      for (const path of ['/staff/reports', `/staff/reports/${report}`]) {
        await visit(path);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await isCutOff(page)).toBe(false);
      }
    }
  });
});
