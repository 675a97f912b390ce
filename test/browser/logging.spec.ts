import { type SignedInAccount, countryWide, signInAs } from '../support/accounts';
import { type TestApi, startTestApi } from '../support/application';
import {
  type Browsing,
  type Window,
  accessibilityFaults,
  ownAddress,
  standing,
  startBrowsing,
} from '../support/browser';
import { keyboardOf, pointerOf } from './hands';
import { logMemorandum } from './log-memorandum';

/** How many fields somebody may have to fill in for a typical memorandum. */
const MOST_ENTRIES = 60;
const OFFICER = [countryWide('officer')];

describe('logging an agreement', () => {
  let api: TestApi;
  let browsing: Browsing;
  let officer: SignedInAccount;

  beforeAll(async () => {
    const address = await ownAddress();
    api = await startTestApi(address);
    officer = await signInAs(api, { grants: OFFICER });
    await api.dataSource.query(
      `INSERT INTO region (id, code, name_fr, name_en)
       VALUES (gen_random_uuid(), 'MA-04', 'Rabat-Salé-Kénitra', 'Rabat-Sale-Kenitra')`,
    );
    browsing = await startBrowsing(api, address);
  });
  afterAll(async () => {
    await browsing.close();
    await api.close();
  });

  it('takes a typical memorandum by keyboard alone, in sixty entries at most', async () => {
    const { page, visit, complaints } = await browsing.open({ account: officer });
    const hands = keyboardOf(page);
    await visit('/staff/agreements/new');
    await logMemorandum(page, hands, 'en');
    expect(hands.entries()).toBeLessThanOrEqual(MOST_ENTRIES);
    expect(complaints).toEqual([]);
  });

  it.each(['ar', 'fr'] as const)('takes a typical memorandum in “%s”, with a pointer', async (language) => {
    const { page, visit, complaints } = await browsing.open({ account: officer, language });
    await visit('/staff/agreements/new');
    await logMemorandum(page, pointerOf(page), language);
    expect(complaints).toEqual([]);
  });

  it('loses nothing when the session ends in the middle of a section', async () => {
    const { body } = await api.http<{ id: string }>('POST', '/agreements', {
      body: { title: { en: 'Session that ends' }, instrumentType: 'memorandum_of_understanding' },
    });
    const window = await signInByPassword(browsing, api);
    await window.visit(`/staff/agreements/${body.id}/draft/note`);
    await api.dataSource.query(
      'DELETE FROM session WHERE account_id = (SELECT id FROM account WHERE email = $1)',
      [api.credentials.email],
    );
    const { page } = window;
    await page.getByLabel('Note').fill('Written after the session was over');
    const password = page.getByRole('dialog').getByLabel('Password');
    await password.fill(api.credentials.password);
    await password.press('Enter');
    await page.getByText('Saved at').waitFor();
    const draft = await api.http<{ document: { note: string } }>('GET', `/agreements/${body.id}/draft`, {
      headers: { cookie: await cookieOf(window) },
      anonymous: true,
    });
    expect(draft.body.document.note).toBe('Written after the session was over');
  });

  it('keeps what was typed without a connection over a reload', async () => {
    const draft = await draftOf(officer, 'Connection that breaks');
    const { page, visit, context } = await browsing.open({ account: officer });
    await visit(`/staff/agreements/${draft.id}/draft/note`);
    await context.setOffline(true);
    await page.getByLabel('Note').fill('Written in a tunnel');
    await page.getByText('Not saved: no connection').waitFor();
    await page.evaluate('window.stop()');
    await context.setOffline(false);
    await page.reload();
    await standing(page);
    expect(await page.getByLabel('Note').inputValue()).toBe('Written in a tunnel');
    await page.getByText('Saved at').waitFor();
    expect((await noteOf(draft.id)).note).toBe('Written in a tunnel');
  });

  it('lays two editors side by side where they differ, and joins the rest', async () => {
    const draft = await draftOf(officer, 'Two editors');
    const other = await signInAs(api, { grants: OFFICER });
    const { page, visit } = await browsing.open({ account: officer });
    await visit(`/staff/agreements/${draft.id}/draft/note`);
    await page.getByLabel('Note').waitFor();
    await other.http('PUT', `/agreements/${draft.id}/draft`, {
      headers: { 'if-match': `"${draft.revision}"` },
      body: { title: { en: 'Two editors' }, note: 'Theirs', sectorStated: 'offshoring' },
    });
    await page.getByLabel('Note').fill('Mine');
    await page.getByRole('link', { name: 'Choose' }).click();
    await page.getByRole('heading', { level: 1, name: 'Two people changed the same fields' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Theirs' }).check();
    await page.getByRole('button', { name: 'Save what was chosen' }).click();
    await page.getByText('Saved at').waitFor();
    expect(await noteOf(draft.id)).toMatchObject({ note: 'Theirs', sectorStated: 'offshoring' });
  });

  it('is accessible in each language, from the first page to the last', async () => {
    const draft = await draftOf(officer, 'Accessible');
    for (const sight of [
      { language: 'ar', theme: 'dark', width: 360 },
      { language: 'fr', theme: 'light', width: 1280 },
    ] as const) {
      const { page, visit, complaints } = await browsing.open({ ...sight, account: officer });
      for (const place of [
        '',
        '/instrument',
        '/parties',
        '/commitments/1',
        '/sources',
        '/documents',
        '/check',
      ]) {
        await visit(`/staff/agreements/${draft.id}/draft${place}`);
        expect({ place, faults: await accessibilityFaults(page) }).toEqual({ place, faults: [] });
      }
      expect(complaints).toEqual([]);
    }
  });

  async function draftOf(who: SignedInAccount, title: string) {
    const { body } = await who.http<{ id: string; revision: number }>('POST', '/agreements', {
      body: {
        title: { en: title },
        instrumentType: 'memorandum_of_understanding',
        legalState: 'signed',
        parties: [{ id: 'p', role: 'investor', described: { en: 'A fictional company' } }],
        commitments: [{ id: 'c', kind: 'jobs', measure: 'quantity', quantity: { value: 150, unit: 'jobs' } }],
        citations: [{ id: 's', subject: 'agreement', field: 'whole' }],
      },
    });
    return body;
  }

  async function noteOf(id: string) {
    const { body } = await officer.http<{ document: Record<string, unknown> }>(
      'GET',
      `/agreements/${id}/draft`,
    );
    return body.document;
  }
});

/** Through the sign-in of the api, so that the session can be opened again with the same password. */
async function signInByPassword(browsing: Browsing, api: TestApi): Promise<Window> {
  const window = await browsing.open();
  const answer = await window.context.request.post(`${browsing.origin}/api/v1/session`, {
    data: api.credentials,
  });
  expect(answer.ok()).toBe(true);
  return window;
}

async function cookieOf({ context }: Window): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}
