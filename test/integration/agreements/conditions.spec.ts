import { newId } from '@app/platform';
import { type Staff, logCurrent, revisionOf, signInStaff } from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import {
  type LegalRecord,
  type Refused,
  fictionalDocument,
  refusal,
  show,
  take,
  write,
} from '../../support/legal-life';

interface Steps {
  readonly items: readonly Record<string, unknown>[];
  readonly total: number;
  readonly nextCursor: string | null;
}

const PATIENCE = 60_000;

describe('conditions precedent', () => {
  let api: TestApi;
  let staff: Staff;
  let sourceId: string;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    staff = await signInStaff(api);
    const source = await staff.officer.http<{ id: string }>('POST', '/sources', {
      body: { url: 'https://paper.test/signing' },
    });
    sourceId = source.body.id;
  }, PATIENCE);
  afterAll(() => api.close());

  const logged = (change: object = {}) => logCurrent(api, fictionalDocument(change));
  const signed = (change: object = {}) =>
    logged({ legalState: 'signed', signing: { date: { stated: '2025' } }, ...change });
  const offer = ({ allowedActions }: LegalRecord, action: string) =>
    allowedActions.find((one) => one.action === action);

  const record = (id: string, body: object = { text: { fr: 'Terrain mis à disposition' } }) =>
    write<{ id: string; number: number } & Refused>(staff.officer, id, 'conditions', body);
  const decide = (id: string, condition: string, body: object, who = staff.legal) =>
    write<{ state: string } & Refused>(who, id, `conditions/${condition}/decisions`, body);

  it('hold up the entry into force until each is ticked or waived', async () => {
    const id = await signed();
    const [first, second] = [await record(id), await record(id)];
    expect([first.status, first.body.number, second.body.number]).toEqual([201, 1, 2]);
    expect(await refusal(staff.legal, id, 'put_in_force')).toEqual([409, 'conditions_open']);
    expect(
      (await decide(id, first.body.id, { action: 'tick', on: '2026-10-01', sourceId })).body,
    ).toMatchObject({
      state: 'ticked',
      decidedOn: '2026-10-01',
      sourceId,
    });
    expect((await decide(id, second.body.id, { action: 'waive' })).status).toBe(422);
    expect(
      (await decide(id, second.body.id, { action: 'waive', reason: 'no longer needed' })).body.state,
    ).toBe('waived');
    expect((await decide(id, second.body.id, { action: 'reopen', reason: 'it is' })).body.state).toBe('open');
    expect(offer(await show(staff.legal, id), 'put_in_force')).toMatchObject({ code: 'conditions_open' });
    await decide(id, second.body.id, { action: 'tick' });
    expect((await take(staff.legal, id, 'put_in_force')).legalState).toBe('in_force');
    expect((await decide(id, second.body.id, { action: 'reopen', reason: 'late' })).body.code).toBe(
      'conditions_precede_force',
    );
    expect((await record(id)).body.code).toBe('conditions_precede_force');
    const list = await staff.auditor.http<Steps>('GET', `/agreements/${id}/conditions`);
    expect(list.body.items.map(({ state, recordedBy }) => [state, recordedBy])).toEqual([
      ['ticked', `account:${staff.officer.accountId}`],
      ['ticked', `account:${staff.officer.accountId}`],
    ]);
  });

  it('hold up no memorandum', async () => {
    const id = await signed({ instrumentType: 'memorandum_of_understanding' });
    await record(id);
    expect((await take(staff.legal, id, 'put_in_force')).legalState).toBe('in_force');
  });

  it('are decided by the legal department, once, and not in the future', async () => {
    const id = await signed();
    const { body } = await record(id);
    expect((await decide(id, body.id, { action: 'tick' }, staff.officer)).status).toBe(403);
    expect((await decide(id, body.id, { action: 'tick', on: '2026-11-24' })).status).toBe(422);
    expect((await decide(id, newId(), { action: 'tick' })).status).toBe(404);
    await decide(id, body.id, { action: 'tick' });
    expect((await decide(id, body.id, { action: 'tick' })).body.code).toBe('action_not_possible');
    expect((await record(id, { text: { fr: ' ' } })).status).toBe(422);
    expect((await record(id, { text: { fr: 'x' }, due: { stated: 'soon' } })).status).toBe(422);
  });

  it('change the revision of the agreement, so that nobody decides on what they have not seen', async () => {
    const id = await signed();
    const before = await revisionOf(staff.legal, id);
    await record(id);
    const late = await staff.legal.http('POST', `/agreements/${id}/transitions`, {
      headers: { 'if-match': `"${before}"` },
      body: { action: 'put_in_force' },
    });
    expect(late.status).toBe(412);
  });
});
