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
import { named } from './hands';
import { saidIn } from './said';

const AREAS = ['register', 'words', 'ui'];
const START = '2026-02-10T10:00:00Z';

describe('what was verified of a promise, on the public record', () => {
  let register: ReportingRegister;
  let browsing: Browsing;
  let path: string;
  let unreported: string;

  beforeAll(async () => {
    const address = await ownAddress();
    register = await startReporting(START, address);
    browsing = await startBrowsing(register.api, address);
    await nightOf(register, START);
    const recordOf = async (id: string) => {
      const { body } = await register.staff.officer.http<{ reference: string }>('GET', `/agreements/${id}`);
      return `/agreements/${body.reference}`;
    };
    const { id, commitments } = await promisedByOwn(register, [jobs('c1', 200)]);
    await arrange(register.staff.officer, id, { rhythm: 'quarterly' });
    await nightOf(register, '2026-04-01T10:00:00Z');
    await acceptedReport(register, commitments[0] ?? '', 40);
    await nightOf(register, '2026-07-01T10:00:00Z');
    await acceptedReport(register, commitments[0] ?? '', 90);
    path = await recordOf(id);
    unreported = await recordOf((await promisedByOwn(register, [jobs('c1', 30)])).id);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await browsing.close();
    await register.api.close();
  });

  it('is in the document itself, with its evidence and the day on which it was checked', async () => {
    const say = saidIn('en', AREAS);
    const { page, visit } = await browsing.open({ script: false });
    await visit(path);
    const figures = page.getByRole('table', {
      name: named(say('Verified figures: {{title}}', { title: 'Fictional jobs c1' })),
    });
    await figures.getByText(named('90 jobs')).waitFor();
    expect(await figures.getByRole('row').count()).toBe(3);
    await figures.getByText(say('Self-declared')).first().waitFor();
    await page
      .getByText(/45\p{Cf}*%/u)
      .first()
      .waitFor();
    await visit(unreported);
    await page.getByText(say('No verified figure is public.')).waitFor();
  });

  it.each([
    ['en', 'light', 1280],
    ['fr', 'dark', 360],
    ['ar', 'dark', 320],
  ] as const)('is drawn when somebody asks for it, in “%s”, %s, %i wide', async (language, theme, width) => {
    const say = saidIn(language, AREAS);
    const { page, visit, complaints } = await browsing.open({ language, theme, width });
    await visit(path);
    expect(await page.locator('.burn-up-picture').count()).toBe(0);
    await page.getByText(say('Draw it over time')).click();
    await page.getByRole('img', { name: say('Delivery over time') }).waitFor();
    await page.getByText(say('Deadline that holds')).waitFor();
    // Nothing that is only claimed or forecast is drawn.
    expect(await page.locator('.burn-up-mark-claimed, .burn-up-band').count()).toBe(0);
    expect(await page.locator('.burn-up-picture .burn-up-mark-accepted').count()).toBe(2);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isCutOff(page)).toBe(false);
    expect(complaints).toEqual([]);
  });
});
