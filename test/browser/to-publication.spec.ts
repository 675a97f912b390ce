import type { Page } from 'playwright-core';
import { type Staff, logCurrent, revisionOf, signInStaff } from '../support/agreements';
import { type TestApi, startTestApi } from '../support/application';
import { type Browsing, accessibilityFaults, isCutOff, ownAddress, startBrowsing } from '../support/browser';
import { fictionalDocument } from '../support/legal-life';
import { named } from './hands';
import { saidIn } from './said';

const AREAS = ['review', 'words', 'ui', 'app'];
const TITLE = {
  fr: 'Convention fictive de Fès',
  ar: 'اتفاقية فاس الخيالية',
  en: 'Fictional convention of Fès',
};
const VERIFIED = 'Verified: {{title}}. It waits for approval.';

describe('from a draft to the public', () => {
  let api: TestApi;
  let browsing: Browsing;
  let staff: Staff;

  beforeAll(async () => {
    const address = await ownAddress();
    api = await startTestApi({ ...address, CLOCK_START: '2026-11-23T10:00:00Z' });
    browsing = await startBrowsing(api, address);
    staff = await signInStaff(api);
  });
  afterAll(async () => {
    await browsing.close();
    await api.close();
  });

  /** A draft that an officer has submitted, with the titles that its readers see. */
  async function submitted(): Promise<{ id: string; reference: string }> {
    const { body } = await staff.officer.http<{ id: string; reference: string }>('POST', '/agreements', {
      body: fictionalDocument({ title: TITLE }),
    });
    const { status } = await staff.officer.http('POST', `/agreements/${body.id}/draft/transitions`, {
      headers: { 'if-match': `"${await revisionOf(staff.officer, body.id)}"` },
      body: { action: 'submit', acknowledgeGaps: true, reason: 'the papers do not say' },
    });
    expect(status).toBe(200);
    return body;
  }

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  // Each of the two works in each language, and not in the same.
  it.each([
    ['fr', 'ar'],
    ['ar', 'en'],
    ['en', 'fr'],
  ] as const)(
    'is verified in “%s”, approved and published in “%s”, and then everybody reads it',
    async (verifies, approves) => {
      const { id, reference } = await submitted();
      const inPublic = () => api.http('GET', `/public/agreements/${reference}`, { anonymous: true });

      const verifier = await browsing.open({ language: verifies, account: staff.verifier });
      const verifierReads = saidIn(verifies, AREAS);
      await verifier.visit('/staff/review/to_verify');
      await verifier.page.getByRole('link', { name: TITLE[verifies] }).first().click();
      await verifier.page.getByRole('heading', { name: verifierReads('What enters the register') }).waitFor();
      // Steps back say why: without a reason nothing is sent.
      await button(verifier.page, verifierReads('Return')).click();
      await verifier.page
        .getByText(verifierReads('Give the reason: whoever drafted it has to know what to do.'))
        .first()
        .waitFor();
      await verifier.page.getByLabel(verifierReads('Reason')).fill('Conforme au texte signé');
      await button(verifier.page, verifierReads('Verify')).click();
      await verifier.page.getByText(named(verifierReads(VERIFIED, { title: TITLE[verifies] }))).waitFor();
      expect(verifier.complaints).toEqual([]);

      const director = await browsing.open({ language: approves, account: staff.director });
      const directorReads = saidIn(approves, AREAS);
      await director.visit(`/staff/agreements/${id}/review?list=to_approve`);
      await director.page.getByRole('heading', { name: directorReads('What follows from it') }).waitFor();
      await button(director.page, directorReads('Approve')).click();
      await director.page.getByRole('link', { name: directorReads('Publish it') }).click();
      await director.page.getByRole('heading', { name: directorReads('What becomes public') }).waitFor();
      expect((await inPublic()).status).toBe(404);
      await director.page.getByLabel(directorReads('Reason')).fill('Everybody may read it');
      await button(director.page, directorReads('Publish')).click();
      await director.page.getByRole('link', { name: directorReads('See the public page') }).waitFor();
      expect((await inPublic()).status).toBe(200);
      expect(director.complaints).toEqual([]);

      const visitor = await browsing.open({ language: verifies });
      await visitor.visit(`/agreements/${reference}`);
      await visitor.page.getByRole('heading', { name: TITLE[verifies], level: 1 }).waitFor();
    },
  );

  it('shows what a suspension changes before it is confirmed, and who is told after it', async () => {
    const id = await logCurrent(
      api,
      fictionalDocument({ legalState: 'in_force', signing: { date: { stated: '2025' } } }),
    );
    const legal = await browsing.open({ language: 'en', account: staff.legal });
    await legal.visit(`/staff/agreements/${id}/steps/suspend`);
    await button(legal.page, 'Preview the effects').click();
    await legal.page.getByText('This is needed.').waitFor();
    await legal.page.getByLabel('Ground of the suspension').fill('Litigation about the land');
    await button(legal.page, 'Preview the effects').click();
    await legal.page.getByRole('heading', { name: 'What the step changes' }).waitFor();
    await legal.page.getByRole('cell', { name: 'Agreement suspended' }).first().waitFor();
    const state = async () =>
      (await staff.legal.http<{ legalState: string }>('GET', `/agreements/${id}`)).body.legalState;
    expect(await state()).toBe('in_force');
    await button(legal.page, 'Suspend the agreement').click();
    await legal.page.getByRole('heading', { name: 'Who is told' }).waitFor();
    expect(await state()).toBe('suspended');
  });

  it('is accessible and not cut off where there is little room', async () => {
    const { id } = await submitted();
    for (const sight of [
      { language: 'ar', theme: 'dark', width: 320 },
      { language: 'fr', theme: 'light', width: 1280 },
    ] as const) {
      const { page, visit } = await browsing.open({ ...sight, account: staff.verifier });
      for (const path of ['/staff/review/to_verify', `/staff/agreements/${id}/review`]) {
        await visit(path);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await isCutOff(page)).toBe(false);
      }
    }
  });
});
