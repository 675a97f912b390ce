import { countryWide, signInAs } from '../support/accounts';
import {
  type Browsing,
  type PageLanguage,
  accessibilityFaults,
  isCutOff,
  ownAddress,
  standing,
  startBrowsing,
} from '../support/browser';
import { type RealRegister, startRealRegister } from '../support/real-register';
import { saidIn } from './said';

const LANGUAGES: readonly PageLanguage[] = ['ar', 'fr', 'en'];
const AREAS = ['register', 'words', 'staff', 'admin', 'app', 'records', 'ui'];

/** Numbers as they were written, whatever separates their thousands. */
const digits = (text: string) =>
  text.replace(/[\u2066-\u2069]/g, '').replace(/(?<=\d)[.,\s\u202f\u00a0](?=\d{3})/g, '');

describe('national figures, funnel and cohorts', () => {
  let register: RealRegister;
  let browsing: Browsing;

  beforeAll(async () => {
    const address = await ownAddress();
    register = await startRealRegister(address);
    browsing = await startBrowsing(register.api, address);
  });
  afterAll(async () => {
    await browsing.close();
    await register.api.close();
  });

  it.each(LANGUAGES)('a visitor reads the course, its picture and its table (%s)', async (language) => {
    const say = saidIn(language, AREAS);
    const { page, visit, complaints } = await browsing.open({ language });
    await visit('/national');
    await page.getByRole('heading', { level: 1, name: say('National figures', {}, 'national.') }).waitFor();
    const main = digits(await page.getByRole('main').innerText());
    for (const figure of ['270000', '148500', '121500', '20250', '9250', '7500', '204000']) {
      expect(main).toContain(figure);
    }
    const picture = page.getByRole('img').first();
    expect(await picture.locator('.line-chart-mark-observed').count()).toBe(3);
    expect(await picture.getAttribute('aria-label')).toContain('2030');
    expect(await page.getByRole('table').count()).toBeGreaterThanOrEqual(2);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isCutOff(page)).toBe(false);
    expect(complaints).toEqual([]);
  });

  it.each(LANGUAGES)('a visitor follows the funnel to its rows and its meaning (%s)', async (language) => {
    const { page, visit, complaints } = await browsing.open({ language });
    await visit('/progress');
    await standing(page);
    const funnel = page.getByRole('table').first();
    const [, first] = await funnel.getByRole('row').all();
    if (!first) throw new Error('the funnel has no stage');
    const reached = first.getByRole('cell').getByRole('link').first();
    const told = Number(digits(await reached.innerText()));
    expect(told).toBeGreaterThan(20);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isCutOff(page)).toBe(false);
    await reached.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/commitments?stage=*');
    await page.getByRole('row').first().waitFor();
    await standing(page);
    expect(digits(await page.getByRole('main').innerText())).toContain(String(told));
    await visit('/progress');
    await page.getByRole('rowheader').first().getByRole('link').click();
    await page.waitForURL('**/definitions/funnel.announced');
    expect(complaints).toEqual([]);
  });

  it('staff see whether the country is on course, and each number opens what it is', async () => {
    const say = saidIn('en', AREAS);
    const officer = await signInAs(register.api, { grants: [countryWide('officer')] });
    const { page, visit, complaints } = await browsing.open({ account: officer });
    await visit('/staff');
    await page.getByRole('heading', { name: say('Are we on course for 2030?') }).waitFor();
    await page.getByText(say('Not on course: the pace observed is below the pace needed.')).first().waitFor();
    await page
      .getByRole('table', {
        name: new RegExp(say('Firm promises beside the course to {{year}}', { year: '.*2030.*' })),
      })
      .first()
      .waitFor();
    await standing(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: '148,500 jobs' }).first().click();
    await page.waitForURL('**/staff/admin/indicators/*');
    await page.getByRole('textbox', { name: say('Value', {}, 'indicators.') }).fill('148600');
    await page.getByRole('textbox', { name: say('Why it is corrected') }).fill('the ministry restated it');
    await page.getByRole('button', { name: say('Save') }).click();
    await page.getByRole('heading', { name: say('What it read before', {}, 'indicators.') }).waitFor();
    expect(digits(await page.getByRole('main').innerText())).toContain('148500');
    expect(complaints).toEqual([]);
  });

  it('an officer records an observation from a source', async () => {
    const say = saidIn('en', AREAS);
    const officer = await signInAs(register.api, { grants: [countryWide('officer')] });
    const { page, visit, complaints } = await browsing.open({ account: officer });
    await visit('/staff/admin/indicators/new');
    await page
      .getByRole('combobox', { name: say('Indicator') })
      .selectOption({ label: 'Jobs in offshoring' });
    await page
      .getByLabel(say('Series', {}, 'indicators.'))
      .selectOption({ label: 'Figures of the ministry' });
    await page.getByLabel(say('Period', {}, 'indicators.')).fill('2025');
    await page.getByLabel(say('Value', {}, 'indicators.')).fill('155000');
    await page
      .getByRole('combobox', { name: new RegExp(say('Source', {}, 'field.')) })
      .fill('themoroccopost');
    await page.getByRole('listbox').getByRole('option').first().click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: say('Record', {}, 'form.') }).click();
    await page.waitForURL(/\/staff\/admin\/indicators\/[0-9a-f-]{36}$/);
    await page
      .getByText(/155[.,]000/)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
  });
});
