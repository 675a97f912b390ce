import { SignedInAccount, countryWide, signInAs } from './accounts';
import { logCurrent, revisionOf } from './agreements';
import { TestAnswer, TestApi, startTestApi } from './application';

/** A request about personal data as it is answered, as far as tests look at it. */
export interface AnsweredRequest {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly overdue: boolean;
  readonly requester: { readonly name: string | null };
}

/** How the identity of a requester was checked, in tests that need it checked. */
export const CHECKED = { how: 'in_person', on: '2026-01-05' };

/** An officer who records requests and a lawyer who decides them, on an api of their own. */
export class DataRequestDesk {
  private constructor(
    readonly api: TestApi,
    readonly officer: SignedInAccount,
    readonly legal: SignedInAccount,
  ) {}

  static async open(): Promise<DataRequestDesk> {
    const api = await startTestApi();
    const officer = await signInAs(api, { grants: [countryWide('officer')] });
    return new DataRequestDesk(api, officer, await signInAs(api, { grants: [countryWide('legal')] }));
  }

  record(body: object = {}): Promise<TestAnswer<AnsweredRequest>> {
    return this.officer.http('POST', '/data-requests', {
      body: { kind: 'access', requester: { name: 'Salma Bennani' }, receivedOn: '2026-01-04', ...body },
    });
  }

  /** Takes a request one step further, as it was read. */
  step<Body = AnsweredRequest>(
    { id, revision }: AnsweredRequest,
    verb: 'decision' | 'erasure' | 'closing',
    body: object = {},
  ): Promise<TestAnswer<Body>> {
    return this.legal.http('POST', `/data-requests/${id}/${verb}`, {
      body,
      headers: { 'if-match': `"${revision}"` },
    });
  }

  async recordPerson(name: string): Promise<string> {
    const body = { names: [{ value: name }], note: 'met once' };
    return (await this.api.http<{ id: string }>('POST', '/persons', { body })).body.id;
  }

  entries(action: string): Promise<{ actor: string; subject_id: string; reason: string | null }[]> {
    return this.api.dataSource.query(
      'SELECT actor, subject_id, payload, reason FROM audit_entry WHERE action = $1 ORDER BY at, id',
      [action],
    );
  }

  /** An agreement signed by the person, replaced once: two versions that name them. */
  async agreementSignedBy(personId: string, note: string | null = null): Promise<string> {
    const body = {
      title: { en: 'A fictional centre' },
      instrumentType: 'memorandum_of_understanding',
      legalState: 'signed',
      signing: { date: { stated: '2025-04-15' } },
      parties: [{ id: 'p1', role: 'investor', described: { en: 'A company' } }],
      signatories: [{ id: 's1', role: 'signatory', partyId: 'p1', personId, capacity: 'wali of the region' }],
      commitments: [],
      citations: [],
      note,
    };
    const id = await logCurrent(this.api, body);
    const renamed = await this.api.http('PATCH', `/agreements/${id}`, {
      body: { title: { en: 'A fictional centre, renamed' } },
      headers: { 'if-match': `"${await revisionOf(this.api, id)}"` },
    });
    expect(renamed).toMatchObject({ status: 200 });
    return id;
  }
}
