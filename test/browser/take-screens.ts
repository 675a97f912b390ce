import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { countryWide, signInAs } from '../support/accounts';

import { type Browsing, type PageLanguage, ownAddress, startBrowsing } from '../support/browser';
import { type RealRegister, startRealRegister } from '../support/real-register';

const FOLDER = join(__dirname, '../../docs/screens');
const LANGUAGES: readonly PageLanguage[] = ['ar', 'fr', 'en'];

/** Takes a picture of each main page; `npm run screens`, never part of the tests. */
describe('pictures of the main pages', () => {
  let register: RealRegister;
  let browsing: Browsing;
  let officer: Awaited<ReturnType<typeof signInAs>>;

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

  async function take(name: string, path: string, language: PageLanguage, signedIn = false): Promise<void> {
    const { page, visit, context } = await browsing.open({
      language,
      width: 1280,
      ...(signedIn ? { account: officer } : {}),
    });
    await visit(path);
    await page.evaluate('document.fonts.ready');
    await page.screenshot({ path: join(FOLDER, `${name}-${language}.png`), animations: 'disabled' });
    await context.close();
  }

  it.each(LANGUAGES)('of what the public reads, in %s', async (language) => {
    const { body } = await register.api.http<{ reference: string }>(
      'GET',
      `/agreements/${register.idOf('MA-2025-001')}`,
    );
    await take('register', '', language);
    await take('agreement', `/agreements/${body.reference}`, language);
    await take('totals', '/totals', language);
  });

  it.each(LANGUAGES)('of what staff work with, in %s', async (language) => {
    await take('home', '/staff', language, true);
    await take('agreements', '/staff/agreements', language, true);
    await take('logging', '/staff/agreements/new', language, true);
  });
});
