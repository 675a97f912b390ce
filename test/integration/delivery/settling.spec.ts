import { newId } from '@app/platform';
import { type Offer, type Staff, logCurrent, signInStaff } from '../../support/agreements';
import { type SignedInAccount, signInAs } from '../../support/accounts';
import { type TestApi, startTestApi } from '../../support/application';
import { type Refused, fictionalDocument, show, take } from '../../support/legal-life';

interface Commitment {
  readonly id: string;
  readonly revision: number;
  readonly status: string;
  readonly decision: string | null;
  readonly milestones: readonly { readonly status: string }[];
  readonly allowedActions: readonly Offer[];
}

interface Decisions {
  readonly items: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly withdrawn: object | null;
  }[];
}

interface Summary {
  readonly coverage: {
    readonly commitments: number;
    readonly counted: number;
    readonly cancelledOrWaived: number;
  };
  readonly promised: { readonly firm: readonly { readonly total: number }[] };
  readonly statuses: readonly { readonly status: string; readonly commitments: number }[];
}

type Person = Pick<SignedInAccount, 'http'>;

const PATIENCE = 60_000;

describe('settling a commitment', () => {
  let api: TestApi;
  let staff: Staff;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    staff = await signInStaff(api);
  }, PATIENCE);
  afterAll(() => api.close());

  /** A signed agreement with a promise until 2029, which has a milestone, and one that was due in March. */
  async function signed(change: object = {}): Promise<{ id: string; ahead: string; past: string }> {
    const document = fictionalDocument({
      legalState: 'signed',
      signing: { date: { stated: '2025' } },
      ...change,
    });
    const id = await logCurrent(api, document);
    const [ahead, past] = (await show(staff.director, id)).commitments;
    return { id, ahead: ahead?.id ?? '', past: past?.id ?? '' };
  }

  const read = async (id: string, who: Person = staff.director) =>
    (await who.http<Commitment>('GET', `/commitments/${id}`)).body;

  async function settle(id: string, body: object, who: Person = staff.director) {
    const { revision } = await read(id);
    return who.http<Commitment & Refused>('POST', `/commitments/${id}/decisions`, {
      headers: { 'if-match': `"${revision}"` },
      body: { reason: 'a test', ...body },
    });
  }

  async function withdraw(id: string, decisionId: string, who: Person = staff.director) {
    const { revision } = await read(id);
    return who.http<Commitment & Refused>('POST', `/commitments/${id}/decisions/${decisionId}/withdrawal`, {
      headers: { 'if-match': `"${revision}"` },
      body: { reason: 'decided in error' },
    });
  }

  const decisionsOf = async (id: string) =>
    (await staff.auditor.http<Decisions>('GET', `/commitments/${id}/decisions`)).body.items;
  const live = async (agreementId: string) =>
    (
      await api.dataSource.query<{ subject_type: string }[]>(
        'SELECT subject_type FROM live_deadline WHERE agreement_id = $1 ORDER BY 1',
        [agreementId],
      )
    ).map(({ subject_type }) => subject_type);
  const summary = async () => (await staff.auditor.http<Summary>('GET', '/summary')).body;

  it('cancels it with its milestones, and a withdrawal brings both back', async () => {
    const { id, ahead } = await signed();
    expect(await live(id)).toEqual(['commitment', 'commitment', 'milestone']);
    const before = await summary();
    const { status, body, headers } = await settle(ahead, { outcome: 'cancelled', on: '2026-11-20' });
    expect([status, body.status, body.decision]).toEqual([200, 'cancelled', 'cancelled']);
    expect(body.milestones.map((milestone) => milestone.status)).toEqual(['cancelled']);
    expect(headers.etag).toContain(`"${body.revision}-`);
    expect(await live(id)).toEqual(['commitment']);
    const after = await summary();
    expect(after.coverage.cancelledOrWaived).toBe(before.coverage.cancelledOrWaived + 1);
    expect(after.coverage.counted).toBe(before.coverage.counted - 1);
    expect(after.promised.firm[0]?.total).toBe((before.promised.firm[0]?.total ?? 0) - 200);
    const [decision] = await decisionsOf(ahead);
    expect(decision).toMatchObject({ outcome: 'cancelled', on: '2026-11-20', recordedOn: '2026-11-23' });
    const back = await withdraw(ahead, decision?.id ?? '');
    expect([back.status, back.body.status, back.body.decision]).toEqual([200, 'unreported', null]);
    expect(await live(id)).toEqual(['commitment', 'commitment', 'milestone']);
    expect((await withdraw(ahead, decision?.id ?? '')).body.code).toBe('action_not_possible');
    expect((await summary()).coverage).toEqual(before.coverage);
    expect((await settle(ahead, { outcome: 'waived' })).body.status).toBe('waived');
    expect((await decisionsOf(ahead)).map(({ outcome, withdrawn }) => [outcome, withdrawn === null])).toEqual(
      [
        ['cancelled', false],
        ['waived', true],
      ],
    );
  });

  it('closes what is past its deadline, and says why nothing else is', async () => {
    const { ahead, past } = await signed();
    expect((await settle(ahead, { outcome: 'closed_partial' })).body.code).toBe('closing_before_deadline');
    expect((await settle(past, { outcome: 'closed_not_met' })).body.code).toBe('closing_needs_reply');
    expect((await settle(past, { outcome: 'closed_unknown' })).body.status).toBe('closed_unknown');
    expect((await settle(past, { outcome: 'cancelled' })).body.code).toBe('action_not_possible');
    const { ahead: announced } = await signed({ legalState: 'announced', signing: null });
    expect((await settle(announced, { outcome: 'cancelled' })).body.code).toBe('settling_needs_signature');
  });

  it('is offered with reasons in the language of the reader', async () => {
    const { past } = await signed();
    const french = await staff.director.http<Commitment>('GET', `/commitments/${past}`, {
      headers: { 'accept-language': 'fr' },
    });
    const offer = (action: string) => french.body.allowedActions.find((one) => one.action === action);
    expect(offer('close_as_unknown')).toMatchObject({ allowed: true, reason: null });
    expect(offer('close_as_not_met')).toMatchObject({ allowed: false, code: 'closing_needs_reply' });
    const officer = await read(past, staff.officer);
    expect(officer.allowedActions.filter(({ allowed }) => allowed)).toEqual([]);
    expect((await settle(past, { outcome: 'cancelled' }, staff.officer)).status).toBe(403);
  });

  it('names what it knows wrong', async () => {
    const { past } = await signed();
    const wrong = async (body: object) => {
      const answer = await settle(past, { outcome: 'closed_unknown', ...body });
      return [answer.status, ...(answer.body.errors ?? []).map(({ field, code }) => `${field}: ${code}`)];
    };
    expect(await wrong({ on: '2026-11-24' })).toEqual([422, 'on: day_in_future']);
    expect(await wrong({ sourceId: newId() })).toEqual([422, 'sourceId: unknown_reference']);
    expect(await wrong({ fileId: newId() })).toEqual([422, 'fileId: unknown_reference']);
    expect(await wrong({ locator: 'page 3' })).toEqual([422, 'locator: locator_without_proof']);
    expect((await wrong({ reason: ' ' }))[0]).toBe(400);
    expect((await wrong({ outcome: 'met' }))[0]).toBe(400);
    const unknown = await staff.director.http('POST', `/commitments/${newId()}/decisions`, {
      headers: { 'if-match': '"1"' },
      body: { outcome: 'cancelled', reason: 'a test' },
    });
    expect(unknown.status).toBe(404);
  });

  it('is decided once, however many try', async () => {
    const { past } = await signed();
    const { revision } = await read(past);
    const answers = await Promise.all(
      ['cancelled', 'waived', 'closed_partial', 'closed_unknown'].map((outcome) =>
        staff.director.http('POST', `/commitments/${past}/decisions`, {
          headers: { 'if-match': `"${revision}"` },
          body: { outcome, reason: 'a test' },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    expect(await decisionsOf(past)).toHaveLength(1);
    const without = await staff.director.http('POST', `/commitments/${past}/decisions`, {
      body: { outcome: 'cancelled', reason: 'a test' },
    });
    expect(without.status).toBe(428);
  });

  it('settles an agreement once every commitment of it is settled', async () => {
    const { id, ahead, past } = await signed();
    await settle(ahead, { outcome: 'waived' });
    expect((await show(staff.director, id)).proposals).toEqual([]);
    await settle(past, { outcome: 'closed_partial' });
    expect((await show(staff.director, id)).proposals).toEqual(['fulfil']);
    expect((await take(staff.director, id, 'fulfil')).legalState).toBe('fulfilled');
    expect([(await read(ahead)).status, (await read(past)).status]).toEqual(['waived', 'closed_partial']);
  });

  it('takes for cancelled what a successor dropped, until the agreement is reopened', async () => {
    const [old, successor] = [await signed(), await signed()];
    await settle(old.past, { outcome: 'closed_partial' });
    await take(staff.legal, old.id, 'supersede', {
      reason: 'replaced',
      successor: {
        agreementId: successor.id,
        commitments: [{ commitmentId: old.ahead, fate: 'dropped', reason: 'nobody wants it' }],
      },
    });
    const dropped = await read(old.ahead);
    expect([dropped.status, dropped.decision]).toEqual(['cancelled', 'cancelled']);
    expect(dropped.allowedActions.find(({ action }) => action === 'withdraw_decision')).toMatchObject({
      allowed: false,
      code: 'dropped_with_agreement',
    });
    await take(staff.director, old.id, 'reopen', { reason: 'in error' });
    expect((await read(old.ahead)).status).toBe('unreported');
  });

  it('counts each status as lists do', async () => {
    for (const { status, commitments } of (await summary()).statuses) {
      const list = await staff.auditor.http<{ total: number }>('GET', `/commitments?status=${status}`);
      expect([status, list.body.total]).toEqual([status, commitments]);
    }
  });

  it('stays in the house with its reason, and shows its outcome to whoever sees the commitment', async () => {
    const company = await staff.officer.http<{ id: string }>('POST', '/organisations', {
      body: { names: { en: 'A fictional company' }, kind: 'company' },
    });
    expect(company.status).toBe(201);
    const organisationId = company.body.id;
    const { ahead } = await signed({ parties: [{ id: 'p1', role: 'investor', organisationId }] });
    await settle(ahead, { outcome: 'waived', reason: 'a reason of the house' });
    const investor = await signInAs(api, {
      grants: [{ role: 'investor_representative', scope: { kind: 'organisation', organisationId } }],
    });
    const seen = await read(ahead, investor);
    expect([seen.status, seen.decision]).toEqual(['waived', 'waived']);
    expect(JSON.stringify(seen)).not.toContain('of the house');
    expect((await investor.http('GET', `/commitments/${ahead}/decisions`)).status).toBe(403);
    expect((await investor.http<{ total: number }>('GET', '/commitments?status=waived')).body.total).toBe(1);
    expect((await investor.http<Summary>('GET', '/summary')).body.coverage.cancelledOrWaived).toBe(1);
  });

  it('is refused by the tables too where it cannot be', async () => {
    const { id, ahead, past } = await signed();
    await settle(past, { outcome: 'closed_partial' });
    const [decision] = await decisionsOf(past);
    const insert = (commitmentId: string, outcome: string, on = '2026-11-23') =>
      api.dataSource.query(
        `INSERT INTO commitment_decision (id, agreement_id, commitment_id, outcome, reason, decided_on, decided_by,
                                          recorded_on, recorded_at)
         VALUES ($1, $2, $3, $4, 'tampered', $5, 'system:test', '2026-11-23', now())`,
        [newId(), id, commitmentId, outcome, on],
      );
    await expect(insert(past, 'waived')).rejects.toThrow('commitment_decision_one_live');
    await expect(insert(ahead, 'closed_partial')).rejects.toThrow('after its last day');
    await expect(insert(ahead, 'met')).rejects.toThrow('check constraint');
    await expect(insert(ahead, 'waived', '2026-11-24')).rejects.toThrow('check constraint');
    await expect(insert(newId(), 'waived')).rejects.toThrow('of its agreement');
    const change = (sql: string) =>
      api.dataSource.query(`UPDATE commitment_decision SET ${sql} WHERE id = $1`, [decision?.id]);
    await expect(change(`outcome = 'waived'`)).rejects.toThrow('permission denied');
    await expect(change(`withdrawn_on = '2026-11-23'`)).rejects.toThrow('check constraint');
    await expect(
      api.dataSource.query('DELETE FROM commitment_decision WHERE id = $1', [decision?.id]),
    ).rejects.toThrow('permission denied');
    await withdraw(past, decision?.id ?? '');
    await expect(
      change(`withdrawn_on = NULL, withdrawn_by = NULL, withdrawal_reason = NULL`),
    ).rejects.toThrow('withdrawn once');
  });
});
