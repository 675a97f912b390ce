import { SettledCommitments } from '@app/agreements';
import { newId } from '@app/platform';
import { type Staff, logCurrent, signInStaff } from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import {
  type LegalRecord,
  type Refused,
  fictionalDocument,
  refusal,
  show,
  step,
  take,
  write,
} from '../../support/legal-life';

interface Steps {
  readonly items: readonly Record<string, unknown>[];
  readonly total: number;
  readonly nextCursor: string | null;
}

const PATIENCE = 60_000;

describe('the end of an agreement', () => {
  let api: TestApi;
  let staff: Staff;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    staff = await signInStaff(api);
  }, PATIENCE);
  afterAll(() => api.close());

  const logged = (change: object = {}) => logCurrent(api, fictionalDocument(change));
  const signed = (change: object = {}) =>
    logged({ legalState: 'signed', signing: { date: { stated: '2025' } }, ...change });
  const offer = ({ allowedActions }: LegalRecord, action: string) =>
    allowedActions.find((one) => one.action === action);
  const stepsOf = async (id: string) =>
    (await staff.auditor.http<Steps>('GET', `/agreements/${id}/steps`)).body;

  describe('an end', () => {
    it.each([
      ['terminate', 'terminated', true],
      ['expire', 'expired', false],
      ['lapse', 'lapsed', true],
    ] as const)('%s is taken by the legal department', async (action, state, wantsReason) => {
      const id = await signed();
      if (wantsReason) {
        expect(await refusal(staff.legal, id, action)).toEqual([422, 'reason_required', 'reason: required']);
      }
      expect(await refusal(staff.officer, id, action, { reason: 'no' })).toEqual([
        403,
        'permission_required',
      ]);
      const ended = await take(staff.legal, id, action, { reason: 'a reason', on: '2026-05' });
      expect(ended).toMatchObject({
        legalState: state,
        legalStateSince: { stated: '2026-05' },
        version: { number: 1 },
      });
      expect(await refusal(staff.legal, id, 'put_in_force')).toEqual([409, 'action_not_possible']);
    });

    it('is closed partially by a director, and never before the signature', async () => {
      const id = await signed();
      expect(await refusal(staff.legal, id, 'close_partially', { reason: 'no' })).toEqual([
        403,
        'permission_required',
      ]);
      expect(await refusal(staff.director, id, 'close_partially', { reason: 'half', on: '2024' })).toEqual([
        422,
        'fields_refused',
        'on: before_signature',
      ]);
      expect((await take(staff.director, id, 'close_partially', { reason: 'half' })).legalState).toBe(
        'closed_partially',
      );
    });

    it('is fulfilled only when everything promised is settled', async () => {
      expect(await refusal(staff.director, await signed(), 'fulfil')).toEqual([409, 'commitments_unsettled']);
      expect(await refusal(staff.director, await signed({ commitments: [] }), 'fulfil')).toEqual([
        409,
        'nothing_was_promised',
      ]);
    });

    it('is proposed by the register once all is settled, for a director to confirm', async () => {
      api.app.get(SettledCommitments).alsoWhen(`c.note = 'settled, for this test'`);
      const { commitments } = fictionalDocument() as { commitments: object[] };
      const settled = commitments.map((one) => ({ ...one, note: 'settled, for this test' }));
      const partly = await signed({ commitments: [settled[0], commitments[1]] });
      expect((await show(staff.director, partly)).proposals).toEqual([]);
      const id = await signed({ commitments: settled });
      const proposed = await show(staff.officer, id);
      expect(proposed.proposals).toEqual(['fulfil']);
      expect(offer(proposed, 'fulfil')?.code).toBe('permission_required');
      expect((await take(staff.director, id, 'fulfil')).legalState).toBe('fulfilled');
      expect((await show(staff.officer, id)).proposals).toEqual([]);
    });

    it('is taken back by a director within 30 days, to what the agreement was', async () => {
      const id = await signed();
      await take(staff.legal, id, 'terminate', { reason: 'a mistake' });
      expect(await refusal(staff.legal, id, 'reopen', { reason: 'no' })).toEqual([
        403,
        'permission_required',
      ]);
      expect(await refusal(staff.director, id, 'reopen')).toEqual([
        422,
        'reason_required',
        'reason: required',
      ]);
      expect((await take(staff.director, id, 'reopen', { reason: 'it was one' })).legalState).toBe('signed');
      expect((await stepsOf(id)).items[0]).toMatchObject({
        agreedBy: null,
        from: 'terminated',
        to: 'signed',
      });
    });

    it('takes two directors later: one agrees to what the other does', async () => {
      const id = await signed();
      await endedLongAgo(id);
      const agree = (who: Staff['director']) =>
        write<Refused>(who, id, 'reopening-consents', { reason: 'new facts' });
      expect(offer(await show(staff.director, id), 'reopen')).toMatchObject({
        allowed: false,
        code: 'second_director_needed',
      });
      expect((await agree(staff.legal)).status).toBe(403);
      expect((await agree(staff.director)).status).toBe(200);
      expect(await refusal(staff.director, id, 'reopen', { reason: 'alone' })).toEqual([
        409,
        'second_director_needed',
      ]);
      await take(staff.otherDirector, id, 'reopen', { reason: 'new facts' });
      expect((await stepsOf(id)).items[0]).toMatchObject({
        agreedBy: `account:${staff.director.accountId}`,
        takenBy: `account:${staff.otherDirector.accountId}`,
      });
      expect((await agree(staff.director)).body.code).toBe('action_not_possible');
    });

    it('needs a new consent once the agreement has changed', async () => {
      const id = await signed();
      await endedLongAgo(id);
      await write(staff.director, id, 'reopening-consents', { reason: 'new facts' });
      await write(staff.director, id, 'publication', { action: 'publish', reason: 'all should see' });
      expect(await refusal(staff.otherDirector, id, 'reopen', { reason: 'late' })).toEqual([
        409,
        'second_director_needed',
      ]);
    });

    /** As if it had been terminated in January of last year. */
    async function endedLongAgo(id: string): Promise<void> {
      await api.dataSource.query(
        `INSERT INTO legal_step (id, agreement_id, number, action, from_state, to_state, on_stated, on_first_day,
           on_last_day, reason, taken_by, recorded_on, taken_at)
         VALUES ($1, $2, 1, 'terminate', 'signed', 'terminated', '2025-01-10', '2025-01-10', '2025-01-10', 'long ago',
           'account:somebody', '2025-01-10', '2025-01-10T10:00:00Z')`,
        [newId(), id],
      );
      await api.dataSource.query(`UPDATE agreement SET legal_state = 'terminated' WHERE id = $1`, [id]);
    }
  });

  describe('a successor', () => {
    async function pair() {
      const id = await signed({ instrumentType: 'memorandum_of_understanding' });
      const successorId = await signed();
      const promised = async (agreementId: string) =>
        (await show(staff.legal, agreementId)).commitments.map((one) => one.id);
      return { id, successorId, mine: await promised(id), theirs: await promised(successorId) };
    }
    const supersede = (id: string, successor: object) =>
      refusal(staff.legal, id, 'supersede', { reason: 'a convention replaces it', successor });

    it('takes over what was promised, promise by promise', async () => {
      const { id, successorId, mine, theirs } = await pair();
      const replaced = await take(staff.legal, id, 'supersede', {
        reason: 'a convention replaces it',
        successor: {
          agreementId: successorId,
          commitments: [
            { commitmentId: mine[0], fate: 'changed', successorCommitmentId: theirs[0] },
            { commitmentId: mine[1], fate: 'dropped', reason: 'not in the convention' },
          ],
        },
      });
      expect(replaced.legalState).toBe('superseded');
      expect(replaced.links).toEqual([
        expect.objectContaining({ kind: 'superseded_by', agreementId: successorId }),
      ]);
      const mapping = await api.dataSource.query<object[]>(
        'SELECT fate, successor_commitment_id, reason FROM successor_mapping WHERE agreement_id = $1 ORDER BY fate',
        [id],
      );
      expect(mapping).toEqual([
        { fate: 'changed', successor_commitment_id: theirs[0], reason: null },
        { fate: 'dropped', successor_commitment_id: null, reason: 'not in the convention' },
      ]);
      const reopened = await take(staff.director, id, 'reopen', { reason: 'the convention was not signed' });
      expect([reopened.legalState, reopened.links]).toEqual(['signed', []]);
    });

    it('takes over everything or nothing', async () => {
      const { id, successorId, mine, theirs } = await pair();
      expect(
        await supersede(id, {
          agreementId: successorId,
          commitments: [{ commitmentId: mine[0], fate: 'carried_over', successorCommitmentId: theirs[0] }],
        }),
      ).toEqual([422, 'fields_refused', 'successor.commitments: commitment_not_mapped']);
      expect(
        await supersede(id, {
          agreementId: successorId,
          commitments: [
            { commitmentId: mine[0], fate: 'carried_over', successorCommitmentId: mine[1] },
            { commitmentId: mine[1], fate: 'dropped' },
          ],
        }),
      ).toEqual([
        422,
        'fields_refused',
        'successor.commitments[0].successorCommitmentId: unknown_reference',
        'successor.commitments[1].reason: required',
      ]);
    });

    it('is another one, that exists and binds', async () => {
      const { id } = await pair();
      const successor = (agreementId: string) => ({ agreementId, commitments: [] });
      expect(await supersede(id, successor(id))).toContain('successor.agreementId: successor_is_itself');
      expect(await supersede(id, successor(newId()))).toContain('successor.agreementId: unknown_reference');
      expect(await supersede(id, successor(await logged()))).toEqual([409, 'successor_does_not_bind']);
    });

    it('is not one that leads back to it', async () => {
      const { id, successorId } = await pair();
      await write(staff.officer, successorId, 'links', {
        toAgreementId: id,
        kind: 'continued_by',
        reason: 'as the papers say',
      });
      const { commitments } = await show(staff.legal, id);
      const fates = commitments.map((one) => ({ commitmentId: one.id, fate: 'dropped', reason: 'x' }));
      expect(await supersede(id, { agreementId: successorId, commitments: fates })).toEqual([
        409,
        'link_makes_circle',
      ]);
    });

    it('never replaces what replaces it, also when both are asked for at once', async () => {
      const { id, successorId, mine, theirs } = await pair();
      const over = (from: string[], to: string[], agreementId: string) => ({
        reason: 'each other',
        successor: {
          agreementId,
          commitments: from.map((commitmentId, index) => ({
            commitmentId,
            fate: 'carried_over',
            successorCommitmentId: to[index],
          })),
        },
      });
      const answers = await Promise.all([
        step<Refused>(staff.legal, id, 'supersede', over(mine, theirs, successorId)),
        step<Refused>(staff.legal, successorId, 'supersede', over(theirs, mine, id)),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('successor_does_not_bind');
    });
  });
});
