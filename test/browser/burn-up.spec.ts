import { type SignedInAccount, signInAs } from '../support/accounts';
import { type Browsing, accessibilityFaults, isCutOff, ownAddress, startBrowsing } from '../support/browser';
import {
  type ReportingRegister,
  acceptedReport,
  arrange,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
} from '../support/reporting';
import { saidIn } from './said';

const AREAS = ['review', 'words', 'ui'];
const START = '2026-02-10T10:00:00Z';

describe('an officer who asks how a promise is being delivered', () => {
  let register: ReportingRegister;
  let browsing: Browsing;
  let officer: SignedInAccount;
  let reported: string;
  let silent: string;

  beforeAll(async () => {
    const address = await ownAddress();
    register = await startReporting(START, address);
    browsing = await startBrowsing(register.api, address);
    officer = await signInAs(register.api, { grants: [{ role: 'officer', scope: { kind: 'country' } }] });
    await nightOf(register, START);
    const promised = await promisedByOwn(register, [jobs('c1', 200), jobs('c2', 40)]);
    [reported = '', silent = ''] = promised.commitments;
    await arrange(register.staff.officer, promised.id, { rhythm: 'quarterly', fromDay: '2026-02-10' });
    await nightOf(register, '2026-04-02T10:00:00Z');
    await acceptedReport(register, reported, 20);
    await nightOf(register, '2026-07-02T10:00:00Z');
    await acceptedReport(register, reported, 50);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await browsing.close();
    await register.api.close();
  });

  it('reads three clocks, a forecast with its label, and a picture whose table says the same', async () => {
    const say = saidIn('en', AREAS);
    const { page, visit, complaints } = await browsing.open({ account: officer });
    await visit(`/staff/commitments/${reported}`);
    await page.getByRole('heading', { level: 2, name: say('Delivery') }).waitFor();
    const clocks = plain(await page.locator('.standing').last().innerText());
    expect(
      clocks.split(`as of June 30, 2026 · ${say('{{share}} of the promise', { share: '25%' })}`),
    ).toEqual([
      `${say('What is claimed')} 50 jobs `,
      ` ${say('What the evidence supports')} 50 jobs `,
      expect.stringContaining(say('Not met yet, and it is still ahead')),
    ]);
    const told = plain(await page.getByRole('main').innerText());
    expect(told).toMatch(/It needs 3\.6 jobs a month and makes 10 jobs a month\./);
    expect(told).toContain(say('Wide: from {{count, number}} accepted values', { count: '2' }));

    const picture = page.getByRole('img', { name: say('Delivery over time') });
    await picture.waitFor();
    expect(await picture.locator('.burn-up-mark-accepted').count()).toBe(2);
    expect(await picture.locator('.burn-up-band').count()).toBe(1);
    const table = page.getByRole('table', { name: say('Delivery over time, as a table') });
    const rows = (await table.getByRole('row').allInnerTexts()).map(plain);
    const checked = (day: string) => `Self-declared ${say('accepted on {{day}}', { day })}`;
    expect(rows.slice(1, 6)).toEqual([
      'March 1, 2025 Straight line (assumption) 0 jobs',
      'March 31, 2026 Claimed 20 jobs',
      `March 31, 2026 Accepted 20 jobs ${checked('April 2, 2026')}`,
      'June 30, 2026 Claimed 50 jobs',
      `June 30, 2026 Accepted 50 jobs ${checked('July 2, 2026')}`,
    ]);
    expect(rows).toContain('December 31, 2029 Straight line (assumption) 200 jobs');
    expect(rows).toContain('December 31, 2029 Deadline that holds');
    expect(rows).toContain('August 2026 Forecast, early end 200 jobs');
    expect(rows).toContain('January 2029 Forecast, late end 200 jobs');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is told that nothing is drawn but the promise where nothing was reported', async () => {
    const say = saidIn('fr', AREAS);
    const { page, visit, complaints } = await browsing.open({ language: 'fr', account: officer });
    await visit(`/staff/commitments/${silent}`);
    await page.getByText(say('No report yet: nothing is drawn but the promise.')).waitFor();
    const picture = page.getByRole('img', { name: say('Delivery over time') });
    expect(await picture.locator('.burn-up-promised').getAttribute('points')).toMatch(/^0,100 100,/);
    expect(await picture.locator('circle, path').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('reads it in Arabic on the narrowest window, in the dark, with time from the right', async () => {
    const say = saidIn('ar', AREAS);
    const { page, visit, complaints } = await browsing.open({
      ...{ language: 'ar', theme: 'dark', width: 320, account: officer },
    });
    await visit(`/staff/commitments/${reported}`);
    const picture = page.getByRole('img', { name: say('Delivery over time') });
    await picture.waitFor();
    expect(await picture.locator('.burn-up-promised').getAttribute('points')).toMatch(/^100,100 /);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isCutOff(page)).toBe(false);
    expect(complaints).toEqual([]);
  });
});

/** What is read, without the marks that keep names and numbers apart. */
function plain(text: string): string {
  return text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
