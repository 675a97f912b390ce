import { LANGUAGES } from '@app/kernel';
import { SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { TestApi, startTestApi } from '../../support/application';

interface Processing {
  readonly id: string;
  readonly code: string | null;
  readonly revision: number;
  readonly retentionDays: number | null;
  readonly cndpReceipt: string | null;
  readonly purpose: Record<string, string>;
  readonly retentionNote: Record<string, string>;
}

const text = { en: 'as agreed' };
const TEXTS = {
  purpose: text,
  legalBasis: text,
  categories: text,
  persons: text,
  recipients: text,
  responsible: text,
  retentionNote: text,
};

describe('the register of processings', () => {
  let api: TestApi;
  let admin: SignedInAccount;
  let auditor: SignedInAccount;

  beforeAll(async () => {
    api = await startTestApi();
    admin = await signInAs(api, { grants: [countryWide('admin')] });
    auditor = await signInAs(api, { grants: [countryWide('auditor')] });
  });
  afterAll(() => api.close());

  const list = async () => (await auditor.http<{ items: Processing[] }>('GET', '/processings')).body.items;

  it('names what this software does, in three languages, and invents no receipt', async () => {
    const items = await list();
    expect(items.map(({ code }) => code)).toEqual([
      'accounts',
      'audit_trail',
      'data_requests',
      'invitations',
      'mails',
      'nominative_evidence',
      'reporting_contacts',
      'sessions',
      'sign_in_failures',
      'signatories',
    ]);
    for (const item of items) {
      expect(item.cndpReceipt).toBeNull();
      for (const language of LANGUAGES) {
        expect(item.purpose[language]).toBeTruthy();
        expect(item.retentionNote[language]).toBeTruthy();
      }
    }
  });

  it('takes the receipt and another retention, from whoever may change it', async () => {
    const mails = (await list()).find(({ code }) => code === 'mails');
    const change = (who: SignedInAccount, revision: number) =>
      who.http<Processing>('PATCH', `/processings/${mails?.id}`, {
        body: { cndpReceipt: 'as issued', retentionDays: 365, purpose: { en: 'To prove who was told' } },
        headers: { 'if-match': `"${revision}"` },
      });
    await expect(change(auditor, 1)).resolves.toMatchObject({ status: 403 });
    const changed = await change(admin, 1);
    expect(changed).toMatchObject({
      status: 200,
      body: { cndpReceipt: 'as issued', retentionDays: 365, code: 'mails', revision: 2 },
    });
    expect(changed.body.purpose['fr']).toBe(mails?.purpose['fr']);
    await expect(change(admin, 1)).resolves.toMatchObject({ status: 412 });
    await expect(auditor.http('GET', `/processings/${mails?.id}`)).resolves.toMatchObject({
      body: { retentionDays: 365 },
    });
    const [entry] = await api.dataSource.query<{ payload: object }[]>(
      `SELECT payload FROM audit_entry WHERE action = 'processing.corrected'`,
    );
    expect(entry?.payload).toMatchObject({ changed: { retentionDays: { from: 730, to: 365 } } });
  });

  it('takes a processing of the administration, with all that the law wants to know', async () => {
    const recorded = await admin.http<Processing>('POST', '/processings', { body: TEXTS });
    expect(recorded).toMatchObject({
      status: 201,
      body: {
        code: null,
        retentionDays: null,
        cndpReceipt: null,
        purpose: { ar: null, fr: null, en: 'as agreed' },
      },
    });
    await expect(
      admin.http('POST', '/processings', { body: { ...TEXTS, legalBasis: { fr: ' ' } } }),
    ).resolves.toMatchObject({
      status: 422,
      body: { errors: [{ field: 'legalBasis', code: 'text_in_no_language' }] },
    });
  });
});

describe('who read personal data', () => {
  let api: TestApi;
  let reader: SignedInAccount;

  beforeAll(async () => {
    api = await startTestApi();
    reader = await signInAs(api, { grants: [countryWide('verifier')] });
  });
  afterAll(() => api.close());

  const made = async (path: string, body: object) =>
    (await api.http<{ id: string }>('POST', path, { body })).body.id;
  const noted = () =>
    api.dataSource.query<{ action: string; subject_id: string; payload: object }[]>(
      'SELECT action, subject_id, payload FROM audit_entry WHERE actor = $1 ORDER BY at, id',
      [`account:${reader.accountId}`],
    );

  it('is noted once a list and once a record; public acts and empty lists are not', async () => {
    const personId = await made('/persons', { names: [{ value: 'Amal Lue' }] });
    const organisationId = await made('/organisations', {
      names: { en: 'Read Works' },
      kind: 'company',
      reportingContacts: [{ email: 'suivi@read.example', language: 'fr' }],
    });
    await made('/organisations', { names: { en: 'Silent Works' }, kind: 'company' });
    await api.dataSource.query(
      `INSERT INTO sent_mail (message_id, recipients, subject, language, transport, topic, sent_at)
       VALUES ('1@x', '{somebody@x.test}', 'a deadline', 'fr', 'smtp', 'deadline_ahead', '2026-01-01')`,
    );
    for (const path of [
      '/persons',
      '/persons?q=nobody',
      `/persons/${personId}`,
      '/organisations',
      '/organisations?q=silent',
      `/organisations/${organisationId}`,
      '/agreements',
      '/outbox',
    ]) {
      await expect(reader.http('GET', path)).resolves.toMatchObject({ status: 200 });
    }
    await expect(noted()).resolves.toEqual([
      { action: 'person.listed', subject_id: reader.accountId, payload: { ids: [personId] } },
      { action: 'person.read', subject_id: personId, payload: {} },
      {
        action: 'organisation.contacts_listed',
        subject_id: reader.accountId,
        payload: { ids: [organisationId] },
      },
      { action: 'organisation.contacts_read', subject_id: organisationId, payload: {} },
      { action: 'outbox.listed', subject_id: reader.accountId, payload: { ids: ['1@x'] } },
    ]);
  });
});
