import fc from 'fast-check';
import type { SignedInAccount } from '../../support/accounts';
import { type Staff, logCurrent, signInStaff } from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import { fictionalDocument, step } from '../../support/legal-life';
import { LegalModel, type LegalMove } from '../../support/legal-model';

/** Sequences a run; `MODEL_RUNS` asks for more of them. */
const RUNS = Number(process.env.MODEL_RUNS ?? 4);
const STEPS = 30;

jest.setTimeout(600_000);

const ROLES = ['officer', 'verifier', 'legal', 'director', 'auditor', 'admin'] as const;
const MOVES: readonly LegalMove[] = [
  ...(['negotiate', 'sign', 'put_in_force', 'suspend', 'resume', 'suspend', 'resume'] as const),
  ...(['fulfil', 'close_partially', 'terminate', 'expire', 'lapse', 'reopen', 'reopen'] as const),
];
const attempt = fc.record({
  role: fc.constantFrom(...ROLES),
  move: fc.constantFrom(...MOVES),
  able: fc.boolean(),
});

describe('random people taking random legal steps', () => {
  let api: TestApi;
  let staff: Staff;
  let sourceId: string;

  beforeAll(async () => {
    api = await startTestApi();
    staff = await signInStaff(api);
    const source = await staff.officer.http<{ id: string }>('POST', '/sources', {
      body: { url: 'https://paper.test/model' },
    });
    sourceId = source.body.id;
  });
  afterAll(() => api.close());

  const details = (move: LegalMove): object => {
    const reason = 'a step of the model';
    if (move === 'sign') return { signing: { date: { stated: '2025-04-15' }, sourceId } };
    if (move === 'suspend') return { reason, suspension: { ground: reason } };
    if (move === 'resume') return { shift: { rule: 'whole_interval' } };
    return { reason };
  };

  /** What holds whatever was done. */
  async function check(id: string, model: LegalModel): Promise<void> {
    const [facts] = await api.dataSource.query<object[]>(
      `SELECT a.legal_state AS state,
              (SELECT count(*)::int FROM legal_step s WHERE s.agreement_id = a.id) AS steps,
              (SELECT coalesce(bool_and(s.from_state = coalesce(b.to_state, 'announced')), true)
                 FROM legal_step s LEFT JOIN legal_step b
                   ON b.agreement_id = s.agreement_id AND b.number = s.number - 1
                WHERE s.agreement_id = a.id) AS chained,
              EXISTS (SELECT FROM live_deadline l WHERE l.agreement_id = a.id) AS live,
              (SELECT count(*)::int FROM agreement_version v WHERE v.agreement_id = a.id AND v.state = 'current')
                AS current
         FROM agreement a WHERE a.id = $1`,
      [id],
    );
    expect(facts).toEqual({
      ...{ state: model.state, steps: model.steps, chained: true, current: 1 },
      live: ['signed', 'in_force'].includes(model.state),
    });
  }

  it('does what the specification allows and refuses the rest', async () => {
    const counts = { done: 0, refused: 0 };
    const walk = fc.array(attempt, { minLength: STEPS, maxLength: STEPS });
    await fc.assert(
      fc.asyncProperty(walk, async (attempts) => {
        const id = await logCurrent(api, fictionalDocument());
        const model = new LegalModel();
        for (const { role: drawn, move: wanted, able } of attempts) {
          const pairs = [wanted, ...MOVES].flatMap((move) => ROLES.map((role) => ({ role, move })));
          const possible = able && pairs.find(({ role, move }) => model.may(role, move));
          const { role, move } = possible || { role: drawn, move: wanted };
          const who: SignedInAccount = staff[role];
          const allowed = model.take(role, move);
          const { status, body } = await step<{ code?: string }>(who, id, move, details(move));
          expect([role, move, allowed, body.code]).toEqual([role, move, status === 200, body.code]);
          expect(status).toBeLessThan(500);
          counts[allowed ? 'done' : 'refused'] += 1;
          if (allowed) await check(id, model);
        }
      }),
      { numRuns: RUNS, seed: 20261202, endOnFailure: true },
    );
    // A run in which nothing was possible, or nothing refused, would prove nothing.
    expect(Math.min(counts.done, counts.refused)).toBeGreaterThan(RUNS * 5);
  });
});
