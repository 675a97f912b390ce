import type { Page } from 'playwright-core';
import { type SignedInAccount, countryWide, signInAs } from '../support/accounts';
import { type TestApi, startTestApi } from '../support/application';
import { type Browsing, accessibilityFaults, isCutOff, ownAddress, startBrowsing } from '../support/browser';
import { codeNow } from '../support/credentials';
import { mailFilesTo, sendIdentityMails, tokenIn } from '../support/identity-mails';
import { saidIn } from './said';

const PASSWORD = 'seven herons on a wire';

/** Beside what the catalogues say: names of languages, and one day as it is written in each. */
const OWN_NAMES = { ar: 'العربية', fr: 'Français', en: 'English' } as const;
const LAST_OF_JULY = { ar: /31 يوليوز 2027/, fr: /31 juillet 2027/, en: /July 31, 2027/ } as const;
/** No two of them are the same day, which may be off once only. */
const DAYS_OFF = { ar: '2027-09-01', fr: '2027-09-02', en: '2027-09-03' } as const;

describe('an administrator', () => {
  let api: TestApi;
  let browsing: Browsing;
  let admin: SignedInAccount;
  /** Where a verification of the trail is shown. */
  let verification = '/staff/admin/verifications';

  beforeAll(async () => {
    const address = await ownAddress();
    api = await startTestApi(address);
    browsing = await startBrowsing(api, address);
    admin = await signInAs(api, { grants: [countryWide('admin')], name: 'Amina Adil' });
  });
  afterAll(async () => {
    await browsing.close();
    await api.close();
  });

  describe.each(['ar', 'fr', 'en'] as const)('who reads “%s”', (language) => {
    const say = saidIn(language, ['admin', 'account', 'records', 'words', 'ui', 'app']);
    const own = saidIn(language, ['account', 'records', 'words', 'ui', 'app']);
    const newcomer = `newcomer.${language}@post.test`;
    const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

    it('invites a member of staff, who accepts by the mailed link and enrols a second factor', async () => {
      const { page, visit, complaints } = await browsing.open({ language, account: admin });
      await visit('/staff/admin/invitations/new');
      await page.getByLabel(say('E-mail address')).fill(newcomer);
      await page.getByRole('combobox', { name: say('Language') }).selectOption(language);
      await page.getByRole('combobox', { name: say('Role') }).selectOption('auditor');
      await button(page, say('Send the invitation')).click();
      await page.getByRole('heading', { level: 1, name: newcomer }).waitFor();
      expect(complaints).toEqual([]);

      expect(await sendIdentityMails(api.app, api.dataSource)).toEqual([null]);
      const [mail] = await mailFilesTo(api.dataDir, newcomer);
      if (!mail) throw new Error('the invitation was not mailed');
      const invited = await browsing.open({ language });
      await invited.visit(`/invitation#${tokenIn(mail)}`);
      await invited.page.waitForURL((url) => url.hash === '');
      await invited.page.getByLabel(own('Name')).fill('Nadia Newcomer');
      await invited.page.getByLabel(own('Password')).fill(PASSWORD);
      await button(invited.page, own('Accept the invitation')).click();
      await invited.page.getByRole('link', { name: own('To the sign-in') }).click();
      await invited.page.getByLabel(own('E-mail address')).fill(newcomer);
      await invited.page.getByLabel(own('Password')).fill(PASSWORD);
      await button(invited.page, own('Sign in', {}, 'signIn.action')).click();
      await button(invited.page, own('Sign out')).waitFor();

      await invited.visit('/account/second-factor');
      await invited.page.getByLabel(own('Password')).fill(PASSWORD);
      await button(invited.page, own('Begin')).click();
      const secret = (await invited.page.getByRole('code').innerText()).replace(/\s/g, '');
      await invited.page.getByLabel(own('Code of your device')).fill(codeNow(api, secret));
      await button(invited.page, own('Enrol the device')).click();
      await invited.page.getByRole('heading', { name: own('Your recovery codes') }).waitFor();
      await button(invited.page, own('I have kept them')).click();

      await invited.visit('/staff/admin/audit');
      const entry = `${own('Invitation', {}, 'subject')} – ${own('acceptance')}`;
      await invited.page.getByRole('link', { name: entry }).first().click();
      await invited.page.getByRole('heading', { level: 1, name: entry }).waitFor();
    });

    it('is asked before leaving what was typed and not saved', async () => {
      const { page, visit, complaints } = await browsing.open({ language, account: admin });
      await visit('/staff/admin/invitations/new');
      const address = page.getByLabel(say('E-mail address'));
      await address.fill('half@example.org');
      const away = page.getByRole('main').locator('a[href$="/staff/admin/invitations"]').first();
      const asked = page.getByRole('dialog', { name: own('Leave without saving?') });
      await away.click();
      await asked.getByRole('button', { name: own('Stay and go on') }).click();
      await asked.waitFor({ state: 'detached' });
      expect(await address.inputValue()).toBe('half@example.org');
      await away.click();
      await asked.getByRole('button', { name: own('Leave without saving') }).click();
      await page.waitForURL((url) => url.pathname.endsWith('/staff/admin/invitations'));
      expect(complaints).toEqual([]);
    });

    it('gives a delegation', async () => {
      const { body: position } = await admin.http<{ id: string }>('POST', '/positions', {
        body: { names: { fr: `Unité fictive de suivi ${language}` } },
      });
      const name = `Fictional officer ${language}`;
      await signInAs(api, { grants: [countryWide('officer')], name });
      const { page, visit } = await browsing.open({ language, account: admin });
      await visit(`/staff/admin/positions/${position.id}`);
      await button(page, say('Give the delegation')).click();
      const officer = page.getByRole('option', { name }).first();
      await officer.waitFor({ state: 'attached' });
      await page
        .getByLabel(say('Delegate', {}, 'positions'))
        .selectOption((await officer.getAttribute('value')) ?? '');
      await page.getByLabel(say('First day')).fill('2027-07-01');
      await page.getByLabel(say('Last day')).fill('2027-07-31');
      await button(page, say('Give the delegation')).click();
      await page.getByText(LAST_OF_JULY[language]).first().waitFor();
      const { body } = await admin.http<{ delegate: { from: string; until: string } }>(
        'GET',
        `/positions/${position.id}`,
      );
      expect(body.delegate).toMatchObject({ from: '2027-07-01', until: '2027-07-31' });
    });

    it('announces a day off', async () => {
      const { page, visit } = await browsing.open({ language, account: admin });
      const name = `Fictional day off ${language}`;
      await visit('/staff/admin/holidays/new');
      await page.getByLabel(OWN_NAMES[language]).fill(name);
      await page.getByLabel(say('First day')).fill(DAYS_OFF[language]);
      await page.getByLabel(say('Days')).fill('1');
      await button(page, say('Announce')).click();
      await page.getByRole('link', { name }).waitFor();
    });
  });

  it('asks for a verification of the audit trail, and reads how far it is, after a reload too', async () => {
    const { page, visit, complaints } = await browsing.open({ language: 'en', account: admin });
    await visit('/staff/admin/verifications');
    await page.getByRole('button', { name: 'Verify the audit trail' }).click();
    await page.getByText('It waits for a worker to take it up.').waitFor();
    await page.reload();
    await page.getByText('It waits for a worker to take it up.').waitFor();
    verification = new URL(page.url()).pathname.replace(/^\/en/, '');
    await visit('/staff/admin/verifications');
    await page.getByRole('button', { name: 'Verify the audit trail' }).click();
    await page.waitForURL(`**${verification}`);
    expect(complaints).toEqual([]);
  });

  it('reads pages that are accessible and not cut off, dark and from right to left too', async () => {
    for (const sight of [
      { language: 'ar', theme: 'dark', width: 320 },
      { language: 'fr', theme: 'light', width: 1280 },
    ] as const) {
      const { page, visit } = await browsing.open({ ...sight, account: admin });
      for (const path of [
        '/staff/admin',
        '/staff/admin/accounts',
        '/staff/admin/invitations/new',
        '/staff/admin/health',
        '/staff/admin/verifications',
        verification,
        '/account',
      ]) {
        await visit(path);
        expect([path, await accessibilityFaults(page)]).toEqual([path, []]);
        expect([path, await isCutOff(page)]).toEqual([path, false]);
      }
    }
  });
});
