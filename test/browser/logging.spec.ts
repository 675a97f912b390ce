import type { Locator, Page } from 'playwright-core';
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
import { madePdf } from '../support/made-files';

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
    const keys = keyboardOf(page);
    await visit('/staff/agreements/new');
    await keys.type('English', 'Fictional memorandum on a delivery centre in Rabat');
    await keys.press('button', 'Begin the draft');

    await page.getByRole('heading', { level: 1, name: 'The instrument' }).waitFor();
    await keys.type('Date of signature', '14/04/2026');
    await page.getByText(/Understood as .*April/).waitFor();
    await keys.type('Place of signature', 'Rabat');
    await keys.press('link', 'Continue: Parties');

    await keys.press('button', 'Add a party');
    await keys.choose('Organisation', 'Fictional Ministry', 'Record “Fictional Ministry”');
    await keys.select('Kind', 'Public body');
    await keys.press('button', 'Record the organisation');
    await keys.press('button', 'Add another party');
    await keys.choose('Organisation', 'Fictional Consulting', 'Record “Fictional Consulting”');
    await keys.press('button', 'Record the organisation');
    expect(await page.getByRole('combobox', { name: 'Role' }).last().inputValue()).toBe('investor');
    await keys.press('link', 'Continue: Signatories');

    for (const [button, name, capacity] of [
      ['Add a signatory', 'Fictional Minister', 'Minister'],
      ['Add another signatory', 'Fictional Director', 'Managing director'],
    ] as const) {
      await keys.press('button', button);
      await keys.choose('Person', name, `Record “${name}”`);
      await keys.press('button', 'Record the person');
      await keys.type('Capacity', capacity);
    }
    await keys.press('link', 'Continue: Commitments');

    await keys.press('button', 'Add a commitment');
    await keys.select('Kind', 'Jobs');
    await keys.type('English', '150 jobs at the Rabat centre');
    await keys.type('Figure', 'at least 150');
    await keys.select('Basis', 'New');
    await keys.type('Deadline', '2029');
    await page.getByText('Understood as the year').waitFor();
    await keys.select('Place', 'One or several regions');
    await keys.choose('Regions', 'kenitra', 'Rabat');
    await keys.select('Method of proof', 'Payroll or CNSS statement');
    expect(await page.getByRole('combobox', { name: 'Qualifier' }).inputValue()).toBe('at_least');
    await keys.press('link', 'Continue');
    await keys.press('link', 'Continue: Sources');

    await keys.press('button', 'Add a source');
    await keys.choose('Source', 'https://news.example.org/memorandum', /^Record .*https/);
    await keys.type('Title', 'A fictional memorandum is signed');
    await keys.press('button', 'Record the source');
    await keys.type('Place in the source', 'second paragraph');
    await keys.press('link', 'Continue: Documents');

    // The dialog of the system that chooses a file is not the page's.
    await keys.reach(page.getByLabel('File', { exact: true }));
    await page.getByLabel('File', { exact: true }).setInputFiles({
      name: 'memorandum.pdf',
      mimeType: 'application/pdf',
      buffer: madePdf(),
    });
    keys.counts();
    await keys.press('button', 'Add this file');
    await page.getByText('memorandum.pdf').first().waitFor();
    await keys.press('link', 'Continue: Note');
    await keys.press('link', 'Check your answers');

    await page.getByText('Saved at').waitFor();
    for (const told of [/at least .*150/, /December 31, 2029/, 'Rabat-Sale-Kenitra', 'memorandum.pdf'])
      await page.getByText(told).first().waitFor();
    const why = page.getByLabel('Why it stays open').first();
    if ((await why.count()) > 0) await keys.typeInto(why, 'The position is being filled');
    await keys.press('button', 'Submit for verification');
    await page.getByText('Submitted: the draft waits for its verification').waitFor();
    expect(keys.entries()).toBeLessThanOrEqual(MOST_ENTRIES);
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

/** Somebody who uses nothing but the keyboard, and counts the fields they fill in. */
function keyboardOf(page: Page) {
  let entries = 0;
  const isReached = (target: Locator) =>
    target.evaluate((element) => element === element.ownerDocument.activeElement);
  const reach = async (target: Locator) => {
    await target.waitFor();
    for (let steps = 0; steps < 120; steps += 1) {
      if (await isReached(target)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${String(target)}`);
  };
  /** In the dialog when there is one, and of several the last: the part that was just added. */
  const scope = async () => {
    const dialog = page.getByRole('dialog');
    return (await dialog.count()) > 0 ? dialog : page.getByRole('main');
  };
  const typeInto = async (target: Locator, text: string) => {
    await reach(target);
    await page.keyboard.type(text);
    entries += 1;
  };
  return {
    reach,
    typeInto,
    entries: () => entries,
    counts: () => void (entries += 1),
    type: async (label: string, text: string) =>
      typeInto((await scope()).getByRole('textbox', { name: new RegExp(`(^|– )${label}`) }).last(), text),
    select: async (label: string, option: string) => {
      const target = (await scope()).getByRole('combobox', { name: new RegExp(`^${label}`) }).last();
      await reach(target);
      await page.keyboard.type(option);
      entries += 1;
    },
    choose: async (label: string, text: string, option: string | RegExp) => {
      await typeInto((await scope()).getByRole('combobox', { name: new RegExp(`^${label}`) }).last(), text);
      const wanted = page.getByRole('option', { name: typeof option === 'string' ? named(option) : option });
      await wanted.waitFor();
      while ((await wanted.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
    press: async (role: 'button' | 'link', name: string) => {
      await reach((await scope()).getByRole(role, { name: named(name) }).last());
      await page.keyboard.press('Enter');
      if (name.startsWith('Record')) await page.getByRole('dialog').waitFor({ state: 'hidden' });
    },
  };
}

/** A name, with or without the marks that keep a value in it from disturbing the words around it. */
function named(name: string): RegExp {
  const letters = [...name].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&'));
  return new RegExp(`^${letters.join('[\u2066-\u2069]*')}[\u2066-\u2069]*`);
}

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
