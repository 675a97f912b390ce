import { type SignedInAccount, countryWide, signInAs } from '../support/accounts';
import { type TestApi, startTestApi } from '../support/application';
import { type Browsing, accessibilityFaults, isCutOff, ownAddress, startBrowsing } from '../support/browser';
import { codeNow } from '../support/credentials';
import { mailFilesTo, sendIdentityMails, tokenIn } from '../support/identity-mails';

const NEWCOMER = 'newcomer@post.test';
const PASSWORD = 'seven herons on a wire';

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

  it('invites a member of staff, who accepts by the mailed link and enrols a second factor', async () => {
    const { page, visit, complaints } = await browsing.open({ language: 'en', account: admin });
    await visit('/staff/admin/invitations/new');
    await page.getByLabel('E-mail address').fill(NEWCOMER);
    await page.getByRole('combobox', { name: 'Language' }).selectOption('ar');
    await page.getByRole('combobox', { name: 'Role' }).selectOption('auditor');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('heading', { level: 1, name: NEWCOMER }).waitFor();
    expect(complaints).toEqual([]);

    expect(await sendIdentityMails(api.app, api.dataSource)).toEqual([null]);
    const [mail] = await mailFilesTo(api.dataDir, NEWCOMER);
    if (!mail) throw new Error('the invitation was not mailed');
    const invited = await browsing.open({ language: 'ar' });
    await invited.visit(`/invitation#${tokenIn(mail)}`);
    await invited.page.waitForURL((url) => url.hash === '');
    await invited.page.getByLabel('الاسم').fill('نادية الوافدة');
    await invited.page.getByLabel('كلمة السر').fill(PASSWORD);
    await invited.page.getByRole('button', { name: 'قبول الدعوة' }).click();
    await invited.page.getByRole('link', { name: 'إلى صفحة الدخول' }).click();
    await invited.page.getByLabel('البريد الإلكتروني').fill(NEWCOMER);
    await invited.page.getByLabel('كلمة السر').fill(PASSWORD);
    await invited.page.getByRole('button', { name: 'تسجيل الدخول' }).click();
    await invited.page.getByRole('button', { name: 'تسجيل الخروج' }).waitFor();

    await invited.visit('/account/second-factor');
    await invited.page.getByLabel('كلمة السر').fill(PASSWORD);
    await invited.page.getByRole('button', { name: 'بدء' }).click();
    const secret = (await invited.page.getByRole('code').innerText()).replace(/\s/g, '');
    await invited.page.getByLabel('رمز جهازك').fill(codeNow(api, secret));
    await invited.page.getByRole('button', { name: 'تسجيل الجهاز' }).click();
    await invited.page.getByRole('heading', { name: 'رموزك الاحتياطية' }).waitFor();
    await invited.page.getByRole('button', { name: 'احتفظت بها' }).click();

    await invited.visit('/staff/admin/audit');
    await invited.page.getByRole('link', { name: 'دعوة – قبول' }).click();
    await invited.page.getByRole('heading', { level: 1, name: 'دعوة – قبول' }).waitFor();
  });

  it('gives a delegation', async () => {
    const { body: position } = await admin.http<{ id: string }>('POST', '/positions', {
      body: { names: { fr: 'Unité de suivi' } },
    });
    await signInAs(api, { grants: [countryWide('officer')], name: 'Omar Officier' });
    const { page, visit } = await browsing.open({ language: 'fr', account: admin });
    await visit(`/staff/admin/positions/${position.id}`);
    await page.getByRole('button', { name: 'Donner la délégation' }).click();
    const omar = page.getByRole('option', { name: /Omar Officier/ }).first();
    await omar.waitFor({ state: 'attached' });
    await page.getByLabel('Délégataire').selectOption((await omar.getAttribute('value')) ?? '');
    await page.getByLabel('Premier jour').fill('2027-07-01');
    await page.getByLabel('Dernier jour').fill('2027-07-31');
    await page.getByRole('button', { name: 'Donner la délégation' }).click();
    await page
      .getByText(/1 juillet 2027/)
      .first()
      .waitFor();
    const { body } = await admin.http<{ delegate: { from: string; until: string } }>(
      'GET',
      `/positions/${position.id}`,
    );
    expect(body.delegate).toMatchObject({ from: '2027-07-01', until: '2027-07-31' });
  });

  it('announces a day off', async () => {
    const { page, visit } = await browsing.open({ language: 'ar', account: admin });
    await visit('/staff/admin/holidays/new');
    await page.getByLabel('العربية').fill('يوم عطلة استثنائي للتجربة');
    await page.getByLabel('اليوم الأول').fill('2027-09-01');
    await page.getByLabel('الأيام').fill('1');
    await page.getByRole('button', { name: 'إعلان', exact: true }).click();
    await page.getByRole('link', { name: 'يوم عطلة استثنائي للتجربة' }).waitFor();
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
