import { type TestApi, startTestApi } from '../support/application';
import { type Browsing, accessibilityFaults, isCutOff, ownAddress, startBrowsing } from '../support/browser';

describe('the frame of every page', () => {
  let api: TestApi;
  let browsing: Browsing;

  beforeAll(async () => {
    const address = await ownAddress();
    api = await startTestApi(address);
    browsing = await startBrowsing(api, address);
  });
  afterAll(async () => {
    await browsing.close();
    await api.close();
  });

  it('lives without an error, and stays what the server made of it', async () => {
    const { page, visit, complaints } = await browsing.open({ language: 'fr' });
    await visit('');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await page.getByRole('combobox', { name: 'Thème' }).selectOption('dark');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(complaints).toEqual([]);
  });

  it('leads to the same page in another language, and says which it is', async () => {
    const { page, visit } = await browsing.open({ language: 'en' });
    await visit('/nowhere?x=1');
    await page.getByRole('link', { name: 'العربية' }).click();
    await page.waitForURL('**/ar/nowhere?x=1');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  });

  it('is skipped by the first key', async () => {
    const { page, visit } = await browsing.open();
    await visit('');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#content');
  });

  it('is accessible and not cut off at 320 pixels, in both themes and from right to left', async () => {
    for (const sight of [
      { language: 'ar', theme: 'dark', width: 320 },
      { language: 'fr', theme: 'light', width: 320 },
    ] as const) {
      const { page, visit } = await browsing.open(sight);
      await visit('');
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await isCutOff(page)).toBe(false);
    }
  });
});
