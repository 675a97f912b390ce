import type { Page } from 'playwright-core';
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

/** What a visitor reads in each language. */
const SAID = {
  ar: {
    search: 'ابحث عن اتفاق',
    found: 'اتفاق واحد',
    promised: '200 منصب شغل',
    navigation: 'السجل العمومي',
    totals: 'المجاميع',
    total: '3.900 منصب شغل',
    meaning: 'ما معنى هذا الرقم',
    definition: 'مجموع الوعود المؤكدة',
    report: 'أبلغ عن خطأ في هذه الصفحة',
  },
  fr: {
    search: 'Rechercher un accord',
    found: '1 accord',
    promised: '200 emplois',
    navigation: 'Registre public',
    totals: 'Totaux',
    total: '3.900 emplois',
    meaning: 'Ce que ce chiffre signifie',
    definition: 'Total des promesses fermes',
    report: 'Signaler une erreur sur cette page',
  },
  en: {
    search: 'Search agreements',
    found: '1 agreement',
    promised: '200 jobs',
    navigation: 'Public register',
    totals: 'Totals',
    total: '3,900 jobs',
    meaning: 'What this number means',
    definition: 'Total of firm promises',
    report: 'Report an error on this page',
  },
} as const satisfies Record<PageLanguage, object>;
const LANGUAGES = Object.keys(SAID) as PageLanguage[];

const TWO_T = 'MA-2025-003';

/** Marks that keep a value from disturbing the words around it: in what is said, and nothing that is read. */
const ISOLATES = /[\u2066-\u2069]/g;

/** Finds words whatever marks stand between them. */
function spoken(words: string): RegExp {
  const marks = '[\\u2066-\\u2069]*';
  return new RegExp(`^${marks}${words.replace('.', '\\.').split(' ').join(`${marks} ${marks}`)}${marks}$`);
}

/**
 * Numbers in the main part that lead nowhere. Years and days are no numbers, and what a paper states (a title, a
 * citation, a figure beside the link to its record) is read where it was stated; everything else was counted here. What
 * counts the rows that follow needs the way to its meaning alone; the scale of a picture is no figure, and the table
 * beside it says the same.
 */
const OPENS_NOTHING = `(() => {
  const found = [];
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const counted = texts.currentNode.data.replace(/\\b(19|20)\\d\\d\\b/g, '');
    if (!/\\d/.test(counted)) continue;
    if (element.closest('a[href], button, option, time, bdi, q, svg[role=img], .visually-hidden')) continue;
    const ofRowsBelow = element.closest('[role=status], .makes > p');
    if (ofRowsBelow && ofRowsBelow.parentElement.querySelector('a.defined')) continue;
    const row = element.closest('tr, article, .entry, .plain-list > li');
    if (row && row.querySelector('a[href*="/agreements/"]')) continue;
    found.push(element.textContent);
  }
  return found;
})()`;

async function textOf(page: Page): Promise<string> {
  return (await page.getByRole('main').innerText()).replace(ISOLATES, '');
}

describe('a visitor of the public register', () => {
  let register: RealRegister;
  let browsing: Browsing;
  let reference: string;

  beforeAll(async () => {
    const address = await ownAddress();
    register = await startRealRegister({ ...address, REPORT_ERROR_ADDRESS: 'registre@ministere.test' });
    browsing = await startBrowsing(register.api, address);
    const [row] = await register.api.dataSource.query<{ reference: string }[]>(
      'SELECT reference FROM agreement WHERE published_reference = $1',
      [TWO_T],
    );
    reference = row?.reference ?? '';
  });
  afterAll(async () => {
    await browsing.close();
    await register.api.close();
  });

  it.each(LANGUAGES)(
    'finds a promise, its deadline, and a total with its rows and its meaning (%s)',
    async (language) => {
      const said = SAID[language];
      const { page, visit, complaints } = await browsing.open({ language });
      await visit('');
      await page.getByRole('searchbox', { name: said.search }).fill('2T Services');
      await page
        .getByRole('status')
        .filter({ hasText: spoken(said.found) })
        .waitFor();
      expect(new URL(page.url()).search).toBe('?q=2T+Services');
      await page.getByRole('article').getByRole('link').first().click();
      await page.waitForURL(`**/${language}/agreements/${reference}`);
      await standing(page);
      const record = await textOf(page);
      expect(record).toContain(said.promised);
      expect(record).toContain('2028');
      expect(record).toContain(`${browsing.origin}/${language}/agreements/${reference}`);
      const report = await page.getByRole('link', { name: said.report }).getAttribute('href');
      expect(decodeURIComponent(report ?? '')).toContain(`/${language}/agreements/${reference}`);

      await page
        .getByRole('navigation', { name: said.navigation })
        .getByRole('link', { name: said.totals })
        .click();
      await page.getByRole('link', { name: spoken(said.total) }).click();
      await page.waitForURL('**/commitments?*');
      await standing(page);
      await page.getByText(spoken(said.total)).waitFor();
      const figures = await page.getByRole('row').getByRole('strong').allInnerTexts();
      expect(figures.map((figure) => Number(figure.replace(/\D/g, ''))).reduce((a, b) => a + b, 0)).toBe(
        3900,
      );
      await page.getByRole('link', { name: said.meaning }).click();
      await page.getByRole('heading', { level: 1, name: said.definition }).waitFor();
      expect(complaints).toEqual([]);
    },
  );

  it.each(LANGUAGES)('meets no number that opens nothing (%s)', async (language) => {
    const { page, visit, complaints } = await browsing.open({ language });
    for (const path of ['', '/totals', '/progress', '/national', '/commitments?kind=jobs']) {
      await visit(path);
      expect({ path, opensNothing: await page.evaluate(OPENS_NOTHING) }).toEqual({ path, opensNothing: [] });
    }
    expect(complaints).toEqual([]);
  });

  it('opens every number: the rows behind it, and what it means', async () => {
    const { page, visit } = await browsing.open();
    const said = SAID.en;
    const linked = async (kind: string): Promise<Set<string>> =>
      new Set(
        await page
          .locator(`main :is(${kind})`)
          .evaluateAll((links) => links.map((link) => (link as unknown as { href: string }).href)),
      );
    await visit('');
    const numbers = await linked('a.number');
    await visit('/totals');
    for (const address of await linked('a.number, .tile > a, a.year')) numbers.add(address);
    for (const path of ['/progress', '/national']) {
      await visit(path);
      for (const address of await linked('a.number[href^="/"]')) numbers.add(address);
    }
    expect(numbers.size).toBeGreaterThan(50);
    for (const address of numbers) {
      const answer = await page.request.get(address);
      const means = (await answer.text()).includes(said.meaning);
      expect({ address, status: answer.status(), means }).toEqual({ address, status: 200, means: true });
    }
    for (const address of await linked('a.defined'))
      expect({ address, status: (await page.request.get(address)).status() }).toEqual({
        address,
        status: 200,
      });
  });

  it.each(LANGUAGES)('needs no script for any of it (%s)', async (language) => {
    const said = SAID[language];
    const { page, visit } = await browsing.open({ language, script: false });
    await visit('');
    expect(await page.getByRole('article').count()).toBe(28);
    await page.getByRole('searchbox', { name: said.search }).fill('2T Services');
    await page.keyboard.press('Enter');
    await page.waitForURL('**?q=2T+Services*');
    expect(await page.getByRole('article').count()).toBe(1);
    await page.getByRole('article').getByRole('link').first().click();
    await page.waitForURL(`**/${language}/agreements/${reference}`);
    expect(await textOf(page)).toContain(said.promised);
    await visit('/totals');
    await page.getByRole('link', { name: spoken(said.total) }).click();
    await page.getByText(spoken(said.total)).waitFor();
  });

  it('has what it shows in the document, and does not ask for it again', async () => {
    const { page, visit, complaints } = await browsing.open({ language: 'fr' });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/')) asked.push(request.url());
    });
    for (const path of [
      '',
      `/agreements/${reference}`,
      '/totals',
      '/commitments?kind=jobs',
      '/definitions',
      '/about',
    ])
      await visit(path);
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is told with the status of the document that an agreement is not there', async () => {
    const { page, complaints } = await browsing.open();
    const answer = await page.goto(`${browsing.origin}/en/agreements/MIT-1999-0001`);
    await standing(page);
    expect(answer?.status()).toBe(404);
    await page.getByRole('heading', { level: 1, name: 'Nothing is found here' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('reads pages that are accessible and not cut off', async () => {
    const sights = [
      ['', { language: 'ar', theme: 'dark', width: 320 }],
      [`/agreements/${reference}`, { language: 'fr', theme: 'light', width: 320 }],
      ['/totals', { language: 'en', theme: 'dark', width: 320 }],
      ['/commitments?kind=jobs', { language: 'ar', theme: 'light', width: 1280 }],
      ['/definitions', { language: 'fr', theme: 'dark', width: 1280 }],
      ['/about', { language: 'en', theme: 'light', width: 320 }],
    ] as const;
    for (const [path, sight] of sights) {
      const { page, visit, context } = await browsing.open(sight);
      await visit(path);
      expect({ path, faults: await accessibilityFaults(page), cutOff: await isCutOff(page) }).toEqual({
        path,
        faults: [],
        cutOff: false,
      });
      await context.close();
    }
  });

  it('reads a hostile title as text', async () => {
    const hostile = '<img src=x onerror=alert(1)> \u202Eابتثج';
    await register.api.dataSource.query('UPDATE agreement SET title_en = $1 WHERE published_reference = $2', [
      hostile,
      TWO_T,
    ]);
    const { page, visit, complaints } = await browsing.open();
    await visit('/?q=2T');
    expect(await page.getByRole('article').getByRole('heading').innerText()).toContain(
      '<img src=x onerror=alert(1)>',
    );
    expect(await page.locator('main img').count()).toBe(0);
    // What turns the direction around ends with the title: it stands apart from what follows it.
    const title = page.getByRole('article').getByRole('heading').locator('bdi', { hasText: 'onerror' });
    expect(await title.evaluate((element) => element.textContent)).toBe(hostile);
    expect(complaints).toEqual([]);

    const officer = await signInAs(register.api, { grants: [countryWide('officer')] });
    const staff = await browsing.open({ account: officer });
    await staff.visit('/staff/agreements?q=2T');
    const row = staff.page.getByRole('row').filter({ hasText: 'onerror' });
    expect(
      await row
        .locator('bdi', { hasText: 'onerror' })
        .first()
        .evaluate((element) => element.textContent),
    ).toBe(hostile);
    expect(await staff.page.locator('main img').count()).toBe(0);
    expect(staff.complaints).toEqual([]);
  });
});
