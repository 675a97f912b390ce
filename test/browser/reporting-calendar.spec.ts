import { newId } from '@app/platform';
import { type SignedInAccount, signInAs } from '../support/accounts';
import { type Browsing, accessibilityFaults, isCutOff, ownAddress, startBrowsing } from '../support/browser';
import { type ReportingRegister, jobs, nightOf, promisedByOwn, startReporting } from '../support/reporting';
import { keyboardOf, named } from './hands';
import { saidIn } from './said';

const AREAS = ['review', 'agreements', 'staff', 'words', 'ui'];
const START = '2026-02-10T10:00:00Z';

interface Read {
  readonly state: string;
  readonly calendar: { readonly rhythm: string; readonly graceDays: number } | null;
  readonly earlier: readonly { readonly endReason: string }[];
}

describe('the calendar by which an agreement reports', () => {
  let register: ReportingRegister;
  let browsing: Browsing;
  let officer: SignedInAccount;

  beforeAll(async () => {
    const address = await ownAddress();
    register = await startReporting(START, address);
    browsing = await startBrowsing(register.api, address);
    ({ officer } = register.staff);
    await nightOf(register, START);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await browsing.close();
    await register.api.close();
  });

  const read = async (id: string) => (await officer.http<Read>('GET', `/agreements/${id}/reporting`)).body;

  it('is proposed by the size, looked at before it is opened, put in the place of another, and closed', async () => {
    const say = saidIn('en', AREAS);
    const { id } = await promisedByOwn(register, [jobs('c1', 600)]);
    const { page, visit, complaints } = await browsing.open({ account: officer });
    const hands = keyboardOf(page);
    await visit(`/staff/agreements/${id}`);
    await page.getByRole('link', { name: say('Reporting', {}, 'tab'), exact: true }).click();
    await page.getByText(say('Reporting not agreed', {}, 'reporting.state')).waitFor();
    const quarterly = page.getByRole('radio', { name: say('Each quarter') });
    expect(await quarterly.isChecked()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByLabel(say('Days of grace')).fill('15');
    await hands.press('button', say('Show what would be asked'));
    await page.getByRole('heading', { name: say('What would be asked within a year') }).waitFor();
    const asked = page.getByRole('table', { name: say('What would be asked within a year') });
    expect(await asked.getByRole('row').count()).toBe(5);
    expect((await read(id)).state).toBe('not_agreed');
    await hands.press('button', say('Open reporting', {}, 'reporting.openNow'));
    await page.getByText(say('Reporting was opened.')).waitFor();
    expect(await read(id)).toMatchObject({
      state: 'open',
      calendar: { rhythm: 'quarterly', graceDays: 15 },
    });

    // Another calendar says why, and which days are its own.
    await page.getByText(say('Put another calendar in its place')).click();
    await page.getByRole('radio', { name: say('On days of its own') }).check();
    await page.getByRole('button', { name: say('Show what would be asked') }).click();
    await page.getByText(say('Name at least one day on which a period ends.')).waitFor();
    expect((await read(id)).calendar?.rhythm).toBe('quarterly');
    await page.getByLabel(named(say('Period {{n}} ends on', { n: '1' }))).fill('2026-05-31');
    await page.getByLabel(say('Why the calendar is changed')).fill('Its own fictional dates');
    await page.getByRole('button', { name: say('Show what would be asked') }).click();
    await page.getByRole('button', { name: say('Put this calendar in place') }).click();
    await page.getByText(say('The calendar was replaced.')).waitFor();
    expect(await read(id)).toMatchObject({
      calendar: { rhythm: 'own_dates' },
      earlier: [{ endReason: 'Its own fictional dates' }],
    });

    await page.getByText(say('Close reporting', {}, 'reporting.close'), { exact: true }).click();
    await page.getByLabel(say('Why reporting is closed')).fill('A fictional reason');
    await page.getByRole('button', { name: say('Close reporting now') }).click();
    await page.getByText(say('Reporting was closed.')).waitFor();
    expect((await read(id)).state).toBe('closed');
    expect(complaints).toEqual([]);
  });

  it('waits for somebody who may attest, and leads to their invitation', async () => {
    const say = saidIn('ar', AREAS);
    const body = { names: { en: `A fictional company without people ${newId()}` }, kind: 'company' };
    const own = (await officer.http<{ id: string }>('POST', '/organisations', { body })).body.id;
    const { id } = await promisedByOwn({ ...register, own }, [jobs('c1', 40)]);
    const { page, visit, complaints } = await browsing.open({
      ...{ language: 'ar', theme: 'dark', width: 320, account: officer },
    });
    await visit(`/staff/agreements/${id}/reporting`);
    await page.getByText(say('Reporting cannot be opened now')).waitFor();
    await page.getByText(say('Nobody could attest')).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isCutOff(page)).toBe(false);
    await page.getByRole('link', { name: say('Invite a representative', {}, 'reporting') }).click();
    await page.waitForURL(new RegExp(`/ar/staff/organisations/${own}/invite$`));
    expect(complaints).toEqual([]);
  });

  it.each(['fr', 'ar'] as const)('is read at night on a telephone in “%s”', async (language) => {
    const say = saidIn(language, AREAS);
    const { id } = await promisedByOwn(register, [jobs('c1', 40)]);
    const { page, visit } = await browsing.open({ language, theme: 'dark', width: 360, account: officer });
    await visit(`/staff/agreements/${id}/reporting`);
    await page.getByRole('radio', { name: say('On days of its own') }).check();
    await page.getByRole('button', { name: say('Add a period') }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isCutOff(page)).toBe(false);
  });

  it('is read by everybody of the house, and opened by whoever may', async () => {
    const say = saidIn('en', AREAS);
    const { id } = await promisedByOwn(register, [jobs('c1', 40)]);
    const auditor = await signInAs(register.api, {
      grants: [{ role: 'auditor', scope: { kind: 'country' } }],
    });
    const { page, visit } = await browsing.open({ account: auditor });
    await visit(`/staff/agreements/${id}/reporting`);
    await page.getByText(say('Reporting cannot be opened now')).waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
  });
});
