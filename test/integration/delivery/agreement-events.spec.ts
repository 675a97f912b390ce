import type { SignedInAccount } from '../../support/accounts';
import {
  type ReportingRegister,
  acceptedReport,
  arrange,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
} from '../../support/reporting';

interface Event {
  readonly kind: string;
  readonly recordId: string;
  readonly ordinal: number;
  readonly commitment: { readonly id: string; readonly title: { readonly en: string } | null };
  readonly on: string;
  readonly what: string;
  readonly state: string | null;
  readonly reason: string | null;
}

interface Listed {
  readonly items: readonly Event[];
  readonly total: number;
  readonly nextCursor: string | null;
}

const PATIENCE = 60_000;
const START = '2026-02-10T10:00:00Z';
const APRIL = '2026-04-02T10:00:00Z';
const PAST = { deadline: { stated: '2026-01-31' } };

describe('what happened around the promises of an agreement', () => {
  let register: ReportingRegister;
  let staff: ReportingRegister['staff'];
  let agreement: string;
  let late: string;
  let reported: string;
  let waived: string;

  beforeAll(async () => {
    register = await startReporting(START);
    ({ staff } = register);
    const promised = await promisedByOwn(register, [
      jobs('c1', 200, PAST),
      jobs('c2', 200),
      jobs('c3', 2000),
    ]);
    agreement = promised.id;
    [late = '', reported = '', waived = ''] = promised.commitments;
    await arrange(staff.officer, agreement, { rhythm: 'quarterly', fromDay: '2026-02-10' });
    const said = async (who: SignedInAccount, path: string, body: object, expected = 200) => {
      const answer = await who.http<{ id: string }>('POST', path, { body });
      expect({ path, status: answer.status }).toEqual({ path, status: expected });
      return answer.body.id;
    };
    const notice = { word: 'closed_not_met', channel: 'letter', sentOn: '2026-02-09' };
    const told = await said(staff.officer, `/commitments/${late}/notices`, notice, 201);
    await nightOf(register, '2026-02-12T10:00:00Z');
    await said(register.representative, `/notices/${told}/reply`, { reply: 'the land came late' });
    await nightOf(register, '2026-02-16T10:00:00Z');
    const request = { what: 'deadline', proposed: { deadline: '2031' }, reason: 'the plant is late' };
    const asked = await said(register.editor, `/commitments/${reported}/change-requests`, request, 201);
    await nightOf(register, '2026-02-18T10:00:00Z');
    const answer = { answer: 'declined', reason: 'an amendment was refused' };
    await said(staff.officer, `/change-requests/${asked}/answer`, answer);
    await settle('', { outcome: 'waived', reason: 'no longer needed' });
    const { body } = await staff.director.http<{ items: { id: string }[] }>(
      'GET',
      `/commitments/${waived}/decisions`,
    );
    await nightOf(register, '2026-02-20T10:00:00Z');
    await settle(`/${body.items[0]?.id}/withdrawal`, { reason: 'it was the other one' });
    await nightOf(register, APRIL);
    await acceptedReport(register, reported, 40);
  }, PATIENCE);
  afterAll(async () => {
    jest.restoreAllMocks();
    await register.api.close();
  });

  async function settle(path: string, body: object): Promise<void> {
    const { body: record } = await staff.director.http<{ revision: number }>('GET', `/commitments/${waived}`);
    const headers = { 'if-match': `"${record.revision}"` };
    const { status } = await staff.director.http('POST', `/commitments/${waived}/decisions${path}`, {
      ...{ headers, body },
    });
    expect(status).toBe(200);
  }

  const list = (who: SignedInAccount, query = '', headers = {}) =>
    who.http<Listed>('GET', `/agreements/${agreement}/events${query}`, { headers });
  const told = ({ items }: Listed) =>
    items.map(({ on, kind, what, state, reason }) => [on, kind, what, state, reason].join(' | '));

  const OF_THE_OBLIGOR = [
    '2026-02-18 | change_closed | deadline | declined | an amendment was refused',
    '2026-02-16 | change_asked | deadline | open | the plant is late',
    '2026-02-12 | reply | closed_not_met |  | the land came late',
    '2026-02-09 | notice | closed_not_met |  | ',
  ];

  it('is told to the house, the latest first, with the promise that it happened to', async () => {
    const { status, body } = await list(staff.officer, '?limit=100');
    expect(status).toBe(200);
    const steps = body.items.filter(
      ({ kind, commitment }) => kind === 'report' && commitment.id === reported,
    );
    expect(steps.map(({ what, state }) => `${what}: ${state}`)).toEqual([
      'accept: accepted',
      'submit: submitted',
      'begin: draft',
      'request: requested',
    ]);
    expect(told({ ...body, items: body.items.filter(({ kind }) => kind !== 'report') })).toEqual([
      '2026-02-20 | decision_withdrawn | waived |  | it was the other one',
      ...[OF_THE_OBLIGOR[0], '2026-02-18 | decision | waived |  | no longer needed'].sort().reverse(),
      ...OF_THE_OBLIGOR.slice(1),
    ]);
    const reply = body.items.find(({ kind }) => kind === 'reply');
    expect(reply?.commitment).toMatchObject({ id: late, title: { en: 'Fictional jobs c1' } });
    const days = body.items.map(({ on }) => on);
    expect(days).toEqual([...days].sort().reverse());
  });

  it('is read page by page, each once, and asked for again cheaply', async () => {
    const whole = (await list(staff.officer, '?limit=100')).body;
    const read: Event[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Listed = (
        await list(staff.officer, `?limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      ).body;
      expect(page.total).toBe(whole.total);
      read.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(read).toEqual(whole.items);
    const { etag } = (await list(staff.officer)).headers;
    expect((await list(staff.officer, '', { 'if-none-match': etag ?? '' })).status).toBe(304);
  });

  it('tells investors what concerns their own organisation, and never the decisions of the house', async () => {
    const { body } = await list(register.editor, '?limit=100');
    expect(told({ ...body, items: body.items.filter(({ kind }) => kind !== 'report') })).toEqual(
      OF_THE_OBLIGOR,
    );
    expect(new Set(body.items.map(({ kind }) => kind))).not.toContain('decision');
    expect(body.items.some(({ what }) => what === 'accept')).toBe(true);
    const { status, body: nothing } = await list(register.stranger);
    expect([status, nothing.items, nothing.total]).toEqual([200, [], 0]);
  });

  it('keeps the opinion of a first verifier in the house', async () => {
    const report = await acceptedReport(register, waived, 40);
    const opinions = async (who: SignedInAccount) =>
      (await list(who, '?limit=100')).body.items.filter(
        ({ recordId, what }) => recordId === report && what === 'accept',
      ).length;
    expect([await opinions(staff.officer), await opinions(register.editor)]).toEqual([1, 0]);
    const steps = async (who: SignedInAccount) =>
      (await who.http<{ steps: { action: string }[] }>('GET', `/reports/${report}`)).body.steps.at(-1)
        ?.action;
    expect([await steps(staff.officer), await steps(register.editor)]).toEqual(['accept', 'take_up']);
  });

  it('is not there for whoever may not read the agreement', async () => {
    const unpublished = await promisedByOwn(register, [jobs('c1', 10)]);
    await register.api.dataSource.query('UPDATE agreement SET published = false WHERE id = $1', [
      unpublished.id,
    ]);
    const path = `/agreements/${unpublished.id}/events`;
    expect((await register.stranger.http('GET', path)).status).toBe(404);
    expect((await register.editor.http('GET', path)).status).toBe(200);
    expect((await register.api.http('GET', path, { anonymous: true })).status).toBe(401);
    expect((await list(staff.officer, '?cursor=abc')).status).toBe(400);
  });
});
