import { newId } from '@app/platform';
import { type SignedInAccount, signInAs } from '../../support/accounts';
import {
  type Offer,
  type Staff,
  logCurrent,
  openDraft,
  pass,
  saveDraft,
  signInStaff,
} from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import { asCaller } from '../../support/as-caller';
import { type Refused, fictionalDocument, show, take } from '../../support/legal-life';

interface ChangeRequest {
  readonly id: string;
  readonly commitmentId: string;
  readonly state: string;
  readonly askedBy: string | null;
  readonly answer: { readonly reason: string; readonly by: string | null } | null;
  readonly carriedBy: { readonly version: number | null; readonly draftNumber: number | null } | null;
  readonly allowedActions: readonly Offer[];
}

interface Listed {
  readonly items: readonly ChangeRequest[];
  readonly total: number;
}

type Person = Pick<SignedInAccount, 'http'>;

const PATIENCE = 60_000;

describe('requests for changes', () => {
  let api: TestApi;
  let staff: Staff;
  let sourceId: string;
  let own: string;
  let obligor: SignedInAccount;
  let colleague: SignedInAccount;
  let stranger: SignedInAccount;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    staff = await signInStaff(api);
    const made = async (path: string, body: object) =>
      (await staff.officer.http<{ id: string }>('POST', path, { body })).body.id;
    sourceId = await made('/sources', { url: 'https://paper.test/act' });
    own = await made('/organisations', { names: { en: 'A fictional company' }, kind: 'company' });
    const other = await made('/organisations', { names: { en: 'Another fictional one' }, kind: 'company' });
    const investorOf = (organisationId: string, role: string) =>
      signInAs(api, { grants: [{ role, scope: { kind: 'organisation', organisationId } }] });
    obligor = await investorOf(own, 'investor_editor');
    colleague = await investorOf(own, 'investor_representative');
    stranger = await investorOf(other, 'investor_representative');
  }, PATIENCE);
  afterAll(() => api.close());

  /** A published agreement in force, whose first promise the own company owes and whose second nobody does. */
  async function promised(): Promise<{ id: string; owed: string; unowed: string }> {
    const document = fictionalDocument({
      legalState: 'in_force',
      signing: { date: { stated: '2025' } },
      parties: [{ id: 'p1', role: 'investor', organisationId: own }],
    });
    const [first, ...others] = document.commitments as object[];
    const commitments = [{ ...first, obligorPartyId: 'p1' }, ...others];
    const id = await logCurrent(api, { ...document, commitments }, { published: true });
    const [owed, unowed] = (await show(staff.director, id)).commitments;
    return { id, owed: owed?.id ?? '', unowed: unowed?.id ?? '' };
  }

  const LATER = { what: 'deadline', proposed: { deadline: '2031' }, reason: 'the plant is late' };
  const ask = (id: string, who: Person = obligor, body: object = LATER) =>
    who.http<ChangeRequest & Refused>('POST', `/commitments/${id}/change-requests`, { body });
  const answer = (id: string, given: string, who: Person = staff.officer) =>
    who.http<ChangeRequest & Refused>('POST', `/change-requests/${id}/answer`, {
      body: { answer: given, reason: 'a reason' },
    });
  const withdraw = (id: string, who: Person) =>
    who.http<ChangeRequest & Refused>('POST', `/change-requests/${id}/withdrawal`, {
      body: { reason: 'no longer needed' },
    });
  const read = async (id: string, who: Person) =>
    (await who.http<ChangeRequest>('GET', `/change-requests/${id}`)).body;

  it('are asked by whoever owes the commitment, one at a time, and move nothing', async () => {
    const { id, owed, unowed } = await promised();
    const before = await show(staff.officer, id);
    const { status, body, headers } = await ask(owed);
    expect([status, body.state, body.askedBy]).toEqual([201, 'open', null]);
    expect(headers.location).toContain(`/change-requests/${body.id}`);
    expect((await ask(owed, colleague)).body.code).toBe('change_request_open');
    expect((await ask(unowed)).status).toBe(404);
    expect((await ask(owed, stranger)).status).toBe(404);
    expect((await ask(owed, staff.officer)).status).toBe(403);
    expect((await stranger.http('GET', `/commitments/${owed}`)).status).toBe(200);
    expect((await show(staff.officer, id)).commitments).toEqual(before.commitments);
    expect((await show(staff.officer, id)).revision).toBe(before.revision);
  });

  it('say what they ask for and nothing else', async () => {
    const { owed } = await promised();
    const wrong = async (body: object) => {
      const refused = await ask(owed, obligor, { reason: 'a test', ...body });
      return [refused.status, ...(refused.body.errors ?? []).map(({ field, code }) => `${field}: ${code}`)];
    };
    expect(await wrong({ what: 'deadline', proposed: {} })).toEqual([422, 'proposed.deadline: required']);
    expect(await wrong({ what: 'deadline', proposed: { deadline: 'soon' } })).toEqual([
      422,
      'proposed.deadline: not_a_date',
    ]);
    expect(await wrong({ what: 'figure', proposed: { value: 3, deadline: '2030' } })).toEqual([
      422,
      'proposed.deadline: not_what_is_asked',
    ]);
    expect((await wrong({ what: 'everything', proposed: {} }))[0]).toBe(400);
  });

  it('are answered by an officer and read by their own organisation alone', async () => {
    const { owed } = await promised();
    const { body } = await ask(owed);
    expect((await answer(body.id, 'declined', staff.verifier)).status).toBe(403);
    expect((await answer(body.id, 'declined', obligor)).status).toBe(403);
    expect((await answer(body.id, 'declined')).body.state).toBe('declined');
    expect((await answer(body.id, 'declined')).body.code).toBe('action_not_possible');
    expect((await read(body.id, colleague)).answer).toMatchObject({ reason: 'a reason', by: null });
    expect((await read(body.id, staff.auditor)).answer?.by).toBe(`account:${staff.officer.accountId}`);
    expect((await stranger.http('GET', `/change-requests/${body.id}`)).status).toBe(404);
    expect((await withdraw(body.id, stranger)).status).toBe(404);
    for (const path of ['/change-requests', `/commitments/${owed}/change-requests`]) {
      expect((await stranger.http<Listed>('GET', path)).body).toMatchObject({ items: [], total: 0 });
      expect((await obligor.http<Listed>('GET', path)).body.items.map(({ id }) => id)).toContain(body.id);
      expect((await staff.auditor.http<Listed>('GET', path)).body.items.map(({ id }) => id)).toContain(
        body.id,
      );
    }
    const again = await ask(owed);
    expect(again.status).toBe(201);
    expect((await withdraw(again.body.id, staff.officer)).status).toBe(403);
    expect((await withdraw(again.body.id, colleague)).body.state).toBe('withdrawn');
  });

  it('name the version that carries what was accepted, once it is current', async () => {
    const { id, owed } = await promised();
    const { body } = await ask(owed);
    expect((await answer(body.id, 'accepted_for_amendment')).body.carriedBy).toBeNull();
    const carry = () =>
      staff.officer.http<ChangeRequest & Refused>('POST', `/change-requests/${body.id}/carrier`);
    expect((await carry()).body.code).toBe('carrier_needs_draft');
    const { body: draft } = await openDraft<{ document: { commitments: object[] } }>(
      staff.officer,
      id,
      'amendment',
    );
    expect((await carry()).body.carriedBy).toMatchObject({ version: null, draftNumber: 2 });
    expect((await read(body.id, obligor)).carriedBy).toBeNull();
    const commitments = draft.document.commitments.map((one, index) =>
      index === 0 ? { ...one, deadline: { stated: '2031' } } : one,
    );
    const amendment = {
      ...{ number: '1', signedOn: '2026-01-01', effectiveOn: '2026-01-01' },
      ...{ rationale: 'a test', sourceId },
    };
    await saveDraft(staff.officer, id, { ...draft.document, commitments, amendment });
    await pass(staff, id);
    expect((await read(body.id, obligor)).carriedBy).toEqual({
      version: 2,
      draftNumber: null,
      draftState: null,
    });
    expect((await carry()).body.code).toBe('carrier_needs_acceptance');
  });

  it('are refused where nothing changes any more, with the reason beside the button', async () => {
    const { id, owed } = await promised();
    const offer = async (who: Person) =>
      (await who.http<{ allowedActions: Offer[] }>('GET', `/commitments/${owed}`)).body.allowedActions.find(
        ({ action }) => action === 'ask_for_change',
      );
    expect(await offer(obligor)).toMatchObject({ allowed: true });
    expect(await offer(stranger)).toMatchObject({ allowed: false, code: 'asking_is_for_obligor' });
    expect(await offer(staff.officer)).toMatchObject({ allowed: false, code: 'permission_required' });
    const { body: seen } = await staff.director.http<{ revision: number }>('GET', `/commitments/${owed}`);
    await staff.director.http('POST', `/commitments/${owed}/decisions`, {
      headers: { 'if-match': `"${seen.revision}"` },
      body: { outcome: 'waived', reason: 'a test' },
    });
    expect((await ask(owed)).body.code).toBe('asking_after_decision');
    await take(staff.legal, id, 'terminate', { reason: 'a test' });
    expect((await ask(owed)).body.code).toBe('asking_after_end');
  });

  it('are held apart by the tables too', async () => {
    const { id, owed, unowed } = await promised();
    const insert = (commitmentId: string, organisationId: string, state = 'open') =>
      asCaller(api, obligor, { organisations: [own] }, (tx) =>
        tx.query(
          `INSERT INTO change_request (id, agreement_id, commitment_id, organisation_id, what, proposed_text, reason,
                                       state, asked_by, asked_on)
           VALUES ($1, $2, $3, $4, 'other', 'words', 'a test', $5, 'account:x', '2026-11-23')`,
          [newId(), id, commitmentId, organisationId, state],
        ),
      );
    const foreign = (
      await staff.officer.http<{ id: string }>('POST', '/organisations', {
        body: { names: { en: 'A third one' }, kind: 'company' },
      })
    ).body.id;
    await expect(insert(unowed, own)).rejects.toThrow('row-level security');
    await expect(insert(owed, foreign)).rejects.toThrow('row-level security');
    await expect(insert(owed, own, 'declined')).rejects.toThrow('row-level security');
    const { body } = await ask(owed);
    await expect(insert(owed, own)).rejects.toThrow('change_request_one_open');
    const change = (sql: string) =>
      api.dataSource.query(`UPDATE change_request SET ${sql} WHERE id = $1`, [body.id]);
    await expect(change(`reason = 'another'`)).rejects.toThrow('permission denied');
    await expect(change(`state = 'declined'`)).rejects.toThrow('check constraint');
    await answer(body.id, 'declined');
    await expect(change(`closing_reason = 'another'`)).rejects.toThrow('answered once');
    await expect(
      asCaller(api, stranger, { organisations: [foreign] }, (tx) =>
        tx.query('SELECT id FROM change_request WHERE id = $1', [body.id]),
      ),
    ).resolves.toEqual([]);
  });
});
