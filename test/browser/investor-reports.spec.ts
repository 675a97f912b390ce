import { type SignedInAccount, signInAs } from '../support/accounts';
import { type Browsing, accessibilityFaults, isCutOff, ownAddress, startBrowsing } from '../support/browser';
import {
  type ReportingRegister,
  arrange,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
} from '../support/reporting';
import { saidIn } from './said';

const AREAS = ['portal', 'staff', 'words', 'ui', 'account'];
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

function officerOf({ api }: ReportingRegister): Promise<SignedInAccount> {
  return signInAs(api, { grants: [{ role: 'officer', scope: { kind: 'country' } }] });
}
