import { type SignedInAccount, countryWide, signInAs } from '../support/accounts';
import { logCurrent } from '../support/agreements';
import { type TestApi, startTestApi } from '../support/application';
import { type Browsing, accessibilityFaults, isCutOff, ownAddress, startBrowsing } from '../support/browser';
import { fictionalDocument } from '../support/legal-life';

describe('an officer who sees two records of one organisation', () => {
  let api: TestApi;
  let browsing: Browsing;
  let officer: SignedInAccount;

  beforeAll(async () => {
    const address = await ownAddress();
    api = await startTestApi(address);
    browsing = await startBrowsing(api, address);
    officer = await signInAs(api, { grants: [countryWide('officer')], name: 'Omar Officier' });
  });
  afterAll(async () => {
    await browsing.close();
    await api.close();
  });

  const record = async (path: string, body: object): Promise<string> => {
    const answer = await officer.http<{ id: string }>('POST', path, { body });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.id;
  };

  it('merges them by keyboard, and separates them again', async () => {
    const first = await record('/organisations', {
      names: { en: 'Zellige Fictions', ar: 'زليج' },
      kind: 'company',
      country: 'MA',
      variants: ['Zellige SA'],
    });
    const second = await record('/organisations', {
      names: { en: 'Zellige Fictions Ltd' },
      kind: 'other',
      country: 'FR',
    });
    await logCurrent(
      api,
      fictionalDocument({ parties: [{ id: 'p1', role: 'investor', organisationId: first }] }),
    );
    const { page, visit, complaints } = await browsing.open({ language: 'en', account: officer });
    await visit(`/staff/organisations/${first}`);
    const open = page.getByRole('link', { name: 'Merge with another record' });
    await open.focus();
    await page.keyboard.press('Enter');
    const likely = page.getByRole('radio', { name: 'Zellige Fictions Ltd' });
    await likely.first().focus();
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: 'What moves to the record that stays' }).waitFor();
    // The one opened first stays unless told otherwise; here the other does.
    const stays = page.getByRole('group', { name: 'Which record stays?' });
    await stays.getByRole('radio', { name: 'Zellige Fictions Ltd' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('Agreements: 1').waitFor();
    await page.getByText('Name in Arabic: زليج').waitFor();
    const action = page.getByRole('button', { name: 'Merge', exact: true });
    await page.getByLabel('Why they are one').fill('the same in the trade register');
    await action.click();
    await page.getByText('say which is right').first().waitFor();
    await page
      .getByRole('group', { name: /Kind.*which is right/ })
      .getByRole('radio', { name: 'Company' })
      .check();
    await page
      .getByRole('group', { name: /Country.*which is right/ })
      .getByRole('radio', { name: 'FR' })
      .check();
    expect(await accessibilityFaults(page)).toEqual([]);
    await action.focus();
    await page.keyboard.press('Enter');

    await page.getByText('The two records are one now').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Zellige Fictions Ltd' }).waitFor();
    const kept = await officer.http<{ kind: string; country: string }>('GET', `/organisations/${second}`);
    expect(kept.body).toMatchObject({ kind: 'company', country: 'FR', mergedFrom: [{ id: first }] });
    await page.getByRole('link', { name: 'To the record that went, where it can be undone' }).click();
    await page.getByText('This record was merged into another').first().waitFor();
    await page.getByRole('button', { name: 'Separate again' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why they are two').fill('two companies of one group');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Merge with another record' }).waitFor();
    await page.getByText('Organisation – separation').first().waitFor();
    const again = await officer.http<{ kind: string }>('GET', `/organisations/${second}`);
    expect(again.body).toMatchObject({ kind: 'other', mergedFrom: [] });
    expect(complaints).toEqual([]);
  });

  it('merges two records of a person, in Arabic', async () => {
    const [first, second] = [
      await record('/persons', { names: [{ value: 'Karim Fictif', preferred: true }] }),
      await record('/persons', { names: [{ value: 'Karim Fictife', preferred: true }] }),
    ];
    const { page, visit, complaints } = await browsing.open({ language: 'ar', account: officer, width: 320 });
    await visit(`/staff/persons/${first}`);
    await page.getByRole('link', { name: 'دمج مع سجل آخر' }).click();
    await page.getByRole('radio', { name: 'Karim Fictife' }).first().check();
    await page.getByLabel('لماذا هما واحد').fill('الشخص نفسه');
    expect(await isCutOff(page)).toBe(false);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'دمج', exact: true }).click();
    await page.getByText('صار السجلان واحدا').waitFor();
    await visit(`/staff/persons/${second}`);
    await page.getByRole('link', { name: 'Karim Fictif', exact: true }).click();
    await page.getByRole('link', { name: 'دمج مع سجل آخر' }).waitFor();
    expect(complaints).toEqual([]);
  });
});
