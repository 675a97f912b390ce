import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { RefreshStandings } from '@app/delivery';
import { type SignedInAccount, countryWide, signInAs } from '../support/accounts';
import { type Browsing, type PageLanguage, ownAddress, startBrowsing } from '../support/browser';
import { type RealRegister, startRealRegister } from '../support/real-register';
import {
  type ReportingRegister,
  acceptedReport,
  arrange,
  attach,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
  takeStep,
} from '../support/reporting';

const FOLDER = join(__dirname, '../../docs/screens');
const LANGUAGES: readonly PageLanguage[] = ['ar', 'fr', 'en'];

/** Takes a picture of a page, as wide as a desk or, for an organisation, as a telephone. */
async function take(
  browsing: Browsing,
  { name, path, language, account, width = 1280, height = 900 }: Picture,
): Promise<void> {
  const { page, visit, context } = await browsing.open({ language, width, ...(account ? { account } : {}) });
  await page.setViewportSize({ width, height });
  await visit(path);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(FOLDER, `${name}-${language}.png`), animations: 'disabled' });
  await context.close();
}

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly language: PageLanguage;
  readonly account?: SignedInAccount;
  readonly width?: number;
  readonly height?: number;
}

/** Takes a picture of each main page; `npm run screens`, never part of the tests. */
describe('pictures of the main pages', () => {
  let register: RealRegister;
  let browsing: Browsing;
  let officer: SignedInAccount;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    const address = await ownAddress();
    register = await startRealRegister(address);
    browsing = await startBrowsing(register.api, address);
    officer = await signInAs(register.api, {
      grants: [countryWide('officer')],
      name: 'Fictional officer',
      email: 'fictional.officer@register.test',
    });
  });
  afterAll(async () => {
    await browsing.close();
    await register.api.close();
  });

  it.each(LANGUAGES)('of what the public reads, in %s', async (language) => {
    const { body } = await register.api.http<{ reference: string }>(
      'GET',
      `/agreements/${register.idOf('MA-2025-001')}`,
    );
    await take(browsing, { name: 'register', path: '', language });
    await take(browsing, { name: 'agreement', path: `/agreements/${body.reference}`, language });
    await take(browsing, { name: 'totals', path: '/totals', language });
  });

  it.each(LANGUAGES)('of what staff work with, in %s', async (language) => {
    const account = officer;
    await take(browsing, { name: 'home', path: '/staff', language, account });
    await take(browsing, { name: 'agreements', path: '/staff/agreements', language, account });
    await take(browsing, { name: 'logging', path: '/staff/agreements/new', language, account });
  });
});

const START = '2026-02-10T10:00:00Z';
const TITLE = { en: 'Fictional jobs', fr: 'Emplois fictifs', ar: 'مناصب شغل خيالية' };

/** What became of a promise; of a fictional one, for nothing is made up about real agreements. */
describe('pictures of reporting', () => {
  let register: ReportingRegister;
  let browsing: Browsing;
  let account: SignedInAccount;
  let agreement: string;
  let commitment: string;
  let report: string;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    const address = await ownAddress();
    register = await startReporting(START, address);
    browsing = await startBrowsing(register.api, address);
    account = await signInAs(register.api, {
      grants: ['officer', 'verifier', 'director', 'admin'].map(countryWide),
      name: 'Fictional officer',
    });
    await nightOf(register, START);
    const { id, commitments } = await promisedByOwn(register, [jobs('c1', 200, { title: TITLE })]);
    [agreement, commitment] = [id, commitments[0] ?? ''];
    await arrange(register.staff.officer, agreement, { rhythm: 'quarterly' });
    await nightOf(register, '2026-04-01T10:00:00Z');
    await acceptedReport(register, commitment, 40);
    await nightOf(register, '2026-07-01T10:00:00Z');
    await acceptedReport(register, commitment, 72);
    await nightOf(register, '2026-10-01T10:00:00Z');
    report = await waitingReport();
    await register.api.app.get(RefreshStandings).execute();
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await browsing.close();
    await register.api.close();
  });

  /** A report with a file, which waits for a decision. */
  async function waitingReport(): Promise<string> {
    const { editor, representative } = register;
    const path = `/reports?commitment=${commitment}&state=requested`;
    const { body } = await editor.http<{ items: { id: string; revision: number }[] }>('GET', path);
    const [asked] = body.items;
    const id = asked?.id ?? '';
    await editor.http('PATCH', `/reports/${id}`, {
      headers: { 'if-match': `"${asked?.revision}"` },
      body: { value: 104, narrative: 'A fictional narrative' },
    });
    await attach(register, editor, id, { figure: 'value', kind: 'company_document' });
    await takeStep(representative, id, 'submit');
    return id;
  }

  it.each(LANGUAGES)('by which staff follow it, in %s', async (language) => {
    await take(browsing, { name: 'review', path: '/staff/review', language, account });
    await take(browsing, { name: 'reports', path: '/staff/reports', language, account });
    await take(browsing, { name: 'report', path: `/staff/reports/${report}`, language, account });
    await take(browsing, {
      ...{ name: 'commitment', path: `/staff/commitments/${commitment}`, language, account, height: 2000 },
    });
    await take(browsing, {
      ...{ name: 'reporting', path: `/staff/agreements/${agreement}/reporting`, language, account },
    });
    await take(browsing, {
      ...{ name: 'merge', path: `/staff/organisations/${register.own}/merge`, language, account },
    });
    await take(browsing, { name: 'admin', path: '/staff/admin', language, account });
  });

  it.each(LANGUAGES)('as its organisation sees it on a telephone, in %s', async (language) => {
    const own = { language, account: register.representative, width: 390, height: 1200 };
    await take(browsing, { name: 'portal', path: '/portal', ...own });
  });
});
