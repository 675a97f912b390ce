import { type SignedInAccount, countryWide, signInAs } from '../support/accounts';
import { type TestApi, startTestApi } from '../support/application';
import { type Browsing, accessibilityFaults, isCutOff, ownAddress, startBrowsing } from '../support/browser';
import { generateRegister } from '../support/generated-register';

describe('own views of lists', () => {
  let api: TestApi;
  let browsing: Browsing;
  let officer: SignedInAccount;

  beforeAll(async () => {
    const address = await ownAddress();
    api = await startTestApi(address);
    await api.dataSource.transaction((tx) => generateRegister(tx, { agreements: 12 }));
    officer = await signInAs(api, { grants: [countryWide('officer')] });
    browsing = await startBrowsing(api, address);
  });
  afterAll(async () => {
    await browsing.close();
    await api.close();
  });

  it('are saved, changed, renamed, removed and put back above the table of commitments', async () => {
    const { page, visit, complaints } = await browsing.open({ account: officer });
    const views = page.getByRole('navigation', { name: 'My views' });
    await visit('/staff/commitments');
    await page.getByRole('checkbox', { name: /^Jobs/ }).click();
    await page.waitForURL(/kind=jobs/);
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('s');
    await page.getByLabel('Name of the view').fill('Jobs of ours');
    await page.keyboard.press('Enter');
    const open = views.getByRole('link', { name: 'Jobs of ours' });
    await open.waitFor();
    expect(await open.getAttribute('aria-current')).toBe('page');

    await page.getByRole('checkbox', { name: /^Training/ }).click();
    await views.getByRole('link', { name: 'Jobs of ours changed' }).waitFor();
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await views.getByRole('link', { name: 'Jobs of ours', exact: true }).waitFor();
    await views.getByRole('link', { name: 'Whole list' }).click();
    await page.getByRole('checkbox', { name: /^Jobs/, checked: false }).waitFor();
    await open.click();
    await page.waitForURL(/kind=jobs%2Ctraining/);

    await page.getByRole('button', { name: 'Rename the view' }).click();
    await page.getByLabel('Name of the view').fill('Jobs and training');
    await page.getByRole('checkbox', { name: /Show this view first/ }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const renamed = views.getByRole('link', { name: 'Jobs and training' });
    await renamed.waitFor();
    await visit('/staff/commitments');
    await page.waitForURL(/kind=jobs%2Ctraining/);

    await page.getByRole('button', { name: 'Remove the view' }).click();
    await page.getByRole('button', { name: 'Put it back' }).click();
    await renamed.waitFor();
    expect(complaints).toEqual([]);
  });

  it('refuse a name twice, with the sentence at its field', async () => {
    await officer.http('POST', '/me/views', {
      body: { list: 'agreements', name: 'Signed', query: 'legalState=signed' },
    });
    const { page, visit } = await browsing.open({ account: officer });
    await visit('/staff/agreements?sort=-title');
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByLabel('Name of the view').fill('SIGNED');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const named = page.getByLabel('Name of the view');
    await page.locator('[aria-invalid="true"]').waitFor();
    expect(await named.getAttribute('aria-invalid')).toBe('true');
    await named.fill('By title');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'By title' }).waitFor();
  });

  it('are accessible and not cut off, dark and from right to left too', async () => {
    for (const sight of [
      { language: 'ar', theme: 'dark', width: 320 },
      { language: 'fr', theme: 'light', width: 1280 },
    ] as const) {
      const { page, visit } = await browsing.open({ ...sight, account: officer });
      for (const path of [
        '/staff/agreements?legalState=signed,in_force&sort=title',
        '/staff/commitments?kind=jobs',
      ]) {
        await visit(path);
        expect([path, await accessibilityFaults(page)]).toEqual([path, []]);
        expect([path, await isCutOff(page)]).toEqual([path, false]);
      }
    }
  });
});
