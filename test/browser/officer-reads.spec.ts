import { type SignedInAccount, countryWide, signInAs } from '../support/accounts';
import { type Browsing, ownAddress, startBrowsing } from '../support/browser';
import { type RealRegister, startRealRegister } from '../support/real-register';
import { saidIn } from './said';

const AREAS = ['staff', 'agreements', 'words', 'ui', 'app'];
const TABS = ['Commitments', 'Time line', 'Documents', 'Sources', 'Links', 'History'];
/** One town in three scripts and spellings, accents and hamza left out or written too much. */
const OUJDA = ['oujda', 'OUJDÀ', 'وجدة', 'وجده'];

describe('an officer who reads', () => {
  let register: RealRegister;
  let browsing: Browsing;
  let officer: SignedInAccount;

  beforeAll(async () => {
    const address = await ownAddress();
    register = await startRealRegister(address);
    browsing = await startBrowsing(register.api, address);
    officer = await signInAs(register.api, { grants: [countryWide('officer')] });
  });
  afterAll(async () => {
    await browsing.close();
    await register.api.close();
  });

  describe.each(['ar', 'fr', 'en'] as const)('“%s”', (language) => {
    const say = saidIn(language, AREAS);
    const open = () => browsing.open({ language, account: officer });

    it('begins with the work that waits, and comes back to it', async () => {
      const { page, visit, complaints } = await open();
      await visit('/staff');
      await page.getByRole('heading', { name: say('What needs you') }).waitFor();
      const work = page.getByRole('main').locator('a[href*="/staff/work/"]').first();
      const where = new URL((await work.getAttribute('href')) ?? '', browsing.origin).pathname;
      await work.click();
      await page.waitForURL((url) => url.pathname === where);
      await page.getByRole('table').getByRole('link').first().waitFor();
      await page
        .getByRole('main')
        .getByRole('link', { name: say('Home', {}, 'home'), exact: true })
        .click();
      await page.getByRole('heading', { name: say('What needs you') }).waitFor();
      expect(complaints).toEqual([]);
    });

    it('finds an agreement by keys, opens it and reads all of it', async () => {
      const { page, visit, complaints } = await open();
      await visit('/staff/agreements');
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('/');
      await page.keyboard.type('kpmg');
      await page.waitForURL(/q=kpmg/);
      const rows = page.getByRole('table').getByRole('row');
      const found = rows.getByRole('link', { name: /KPMG/ });
      await found.first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/staff\/agreements\/[0-9a-f-]{36}/);
      // The reader stands at the heading of the record, also when it came after the page.
      await page.locator('h1:focus', { hasText: 'KPMG' }).waitFor();
      const parts = page.getByRole('navigation', { name: say('Parts of the record') });
      for (const tab of TABS) {
        await parts.getByRole('link', { name: say(tab, {}, 'tab') }).click();
        await parts.locator('[aria-current="page"]', { hasText: say(tab, {}, 'tab') }).waitFor();
        await page.locator('.skeleton').first().waitFor({ state: 'detached' });
      }
      expect(complaints).toEqual([]);
    });

    it('prints the whole record: every part on white paper, and nothing to press', async () => {
      const { page, visit } = await browsing.open({ language, theme: 'dark', account: officer });
      await visit(`/staff/agreements/${register.idOf('MA-2025-001')}`);
      await page.getByRole('link', { name: say('Print', {}, 'record') }).click();
      await page.getByRole('button', { name: say('Print the record') }).waitFor();
      for (const part of ['Overview', ...TABS])
        await page
          .getByRole('heading', { level: 2, name: say(part, {}, 'tab'), exact: true })
          .first()
          .waitFor();
      await page.evaluate(`document.documentElement.dataset.theme = 'dark'`);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
      expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
      expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light');
    });

    it('reads the register as it was, and comes back to today', async () => {
      const { page, visit } = await open();
      await visit('/staff/agreements');
      await page.getByLabel(say('As of')).fill('2020-01-01');
      await page.keyboard.press('Enter');
      await page.getByText(say('No agreement is found like this')).waitFor();
      await page.getByRole('button', { name: say('Back to today') }).click();
      await page.getByRole('table').getByRole('link').first().waitFor();
      expect(new URL(page.url()).searchParams.get('asOf')).toBeNull();
    });
  });

  it.each(OUJDA)('finds Oujda by “%s”', async (words) => {
    const { page, visit } = await browsing.open({ language: 'fr', account: officer });
    await visit('/staff/agreements');
    await page.getByRole('searchbox').fill(words);
    await page.waitForURL(/[?&]q=/);
    await page
      .getByRole('table')
      .getByRole('link', { name: /2T|Oujda/i })
      .first()
      .waitFor();
  });
});
