import { createHash } from 'node:crypto';
import { type SignedInAccount, signInAs } from '../support/accounts';
import { type Browsing, accessibilityFaults, isCutOff, ownAddress, startBrowsing } from '../support/browser';
import { madePdf } from '../support/made-files';
import {
  type ReportingRegister,
  arrange,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
} from '../support/reporting';
import { saidIn } from './said';

const AREAS = ['portal', 'logging', 'staff', 'words', 'ui', 'account'];
const START = '2026-02-10T10:00:00Z';
const AFTER_THE_QUARTER = '2026-04-01T10:00:00Z';

describe('an organisation that promised something', () => {
  let register: ReportingRegister;
  let browsing: Browsing;
  let representative: SignedInAccount;

  beforeAll(async () => {
    const address = await ownAddress();
    register = await startReporting(START, address);
    browsing = await startBrowsing(register.api, address);
    const { own: organisationId } = register;
    representative = await signInAs(register.api, {
      grants: [{ role: 'investor_representative', scope: { kind: 'organisation', organisationId } }],
      language: 'fr',
      name: 'Représentante fictive',
    });
    await nightOf(register, START);
    const { id } = await promisedByOwn(register, [jobs('c1', 200)]);
    await arrange(register.staff.officer, id, { rhythm: 'quarterly' });
    await nightOf(register, AFTER_THE_QUARTER);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await browsing.close();
    await register.api.close();
  });

  it('is led to its commitments, and reads what is asked for and until when', async () => {
    const say = saidIn('fr', AREAS);
    const { page, visit, complaints } = await browsing.open({
      ...{ language: 'fr', width: 360, account: representative },
    });
    await visit('/staff');
    await page.waitForURL(/\/fr\/portal$/);
    await page.getByRole('heading', { level: 1, name: say('My commitments', {}, 'own') }).waitFor();
    const owed = page.getByRole('article', { name: 'Fictional jobs c1' });
    await owed.getByText(say('A report is asked for')).waitFor();
    await owed.getByText(/1er mai 2026/).waitFor();
    await owed.getByText(say('Nothing yet: no reported figure was accepted.')).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isCutOff(page)).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('reads them in Arabic on the narrowest window, in the dark', async () => {
    const { page, visit, complaints } = await browsing.open({
      ...{ language: 'ar', theme: 'dark', width: 320, account: representative },
    });
    await visit('/portal');
    await page.getByRole('article').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isCutOff(page)).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('is told when it owes nothing, and the administration that the pages are not its own', async () => {
    const say = saidIn('en', AREAS);
    const other = await browsing.open({ account: register.stranger });
    await other.visit('/portal');
    await other.page.getByText(say('Nothing is recorded that your organisation owes')).waitFor();
    const officer = await browsing.open({ account: await officerOf(register) });
    await officer.visit('/portal');
    await officer.page.getByRole('heading', { name: say('These pages belong to organisations') }).waitFor();
    await officer.page.getByRole('link', { name: say('To the pages of the administration') }).click();
    await officer.page.waitForURL(/\/en\/staff$/);
  });
});

describe('a report on a telephone', () => {
  let register: ReportingRegister;
  let browsing: Browsing;
  let representative: SignedInAccount;
  let report: string;
  const say = saidIn('fr', AREAS);

  beforeAll(async () => {
    const address = await ownAddress();
    register = await startReporting(START, address);
    browsing = await startBrowsing(register.api, address);
    representative = register.representative;
    await nightOf(register, START);
    const { id } = await promisedByOwn(register, [jobs('c1', 200)]);
    await arrange(register.staff.officer, id, { rhythm: 'quarterly' });
    await nightOf(register, AFTER_THE_QUARTER);
    const { body } = await representative.http<{ items: { id: string }[] }>('GET', '/reports');
    report = body.items[0]?.id ?? '';
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await browsing.close();
    await register.api.close();
  });

  const read = async () => (await representative.http<Report>('GET', `/reports/${report}`)).body;

  it('is begun, typed, kept without a network, refused by field, attested, and proven by a receipt', async () => {
    const { page, context, visit } = await browsing.open({
      ...{ language: 'fr', width: 360, account: representative },
    });
    await visit('/portal');
    await page.getByRole('link', { name: say('Write the report') }).click();
    await page.getByRole('button', { name: say('Begin the report') }).click();
    const figure = page.locator('#field-value');
    await figure.waitFor();
    await context.setOffline(true);
    await figure.fill('1\u202f052');
    await page
      .getByText(
        say(
          'Not saved: no connection. What you typed is kept in this browser and is saved once the register can be reached.',
        ),
      )
      .waitFor();
    await context.setOffline(false);
    await page.getByText(say('Everything is saved.')).waitFor();
    expect((await read()).content.value).toBe(1052);
    await page.getByLabel(say('I attest that this report is true and complete to my knowledge.')).check();
    await page.getByRole('button', { name: say('Submit the report') }).click();
    const summary = page.getByRole('alert').filter({ has: page.getByRole('link') });
    await summary.waitFor();
    expect(await summary.evaluate((box) => box === box.ownerDocument.activeElement)).toBe(true);
    await page.locator('#field-file').setInputFiles({
      ...{ name: 'effectif.pdf', mimeType: 'application/pdf', buffer: madePdf('fictional staff') },
    });
    await page.getByRole('button', { name: say('Add this evidence') }).click();
    await page.getByText('effectif.pdf', { exact: true }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isCutOff(page)).toBe(false);
    await page.getByRole('button', { name: say('Submit the report') }).click();
    await page.getByRole('heading', { name: say('Receipt') }).waitFor();
    const { receipt } = await read();
    const digest = createHash('sha256')
      .update(receipt?.form ?? '')
      .digest('hex');
    expect(await page.locator('code').textContent()).toBe(digest);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('comes back with the questions of the verifier, in Arabic too', async () => {
    const answer = await register.staff.verifier.http('POST', `/reports/${report}/transitions`, {
      headers: { 'if-match': `"${(await read()).revision}"` },
      body: { action: 'return', reason: 'A fictional question' },
    });
    expect(answer.status).toBe(200);
    const { page, visit, complaints } = await browsing.open({
      ...{ language: 'ar', theme: 'dark', width: 320, account: representative },
    });
    await visit(`/portal/reports/${report}`);
    await page.getByText('A fictional question').waitFor();
    await page.locator('#field-value').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isCutOff(page)).toBe(false);
    expect(complaints).toEqual([]);
  });
});

interface Report {
  readonly revision: number;
  readonly content: { readonly value: number | null };
  readonly receipt: { readonly form: string } | null;
}

function officerOf({ api }: ReportingRegister): Promise<SignedInAccount> {
  return signInAs(api, { grants: [{ role: 'officer', scope: { kind: 'country' } }] });
}
