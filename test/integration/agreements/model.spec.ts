import fc from 'fast-check';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import type { AgreementRecord } from '../../support/agreements';
import { type TestApi, startTestApi } from '../../support/application';
import { type Person, type Step, VersionModel } from '../../support/version-model';

/** Sequences a run; `MODEL_RUNS` asks for more of them. */
const RUNS = Number(process.env.MODEL_RUNS ?? 4);
const STEPS = 45;

jest.setTimeout(600_000);

const PEOPLE: readonly Person[] = [
  { name: 'officer', roles: ['officer'] },
  { name: 'otherOfficer', roles: ['officer'] },
  { name: 'verifier', roles: ['verifier'] },
  { name: 'officerVerifier', roles: ['officer', 'verifier'] },
  { name: 'director', roles: ['director'] },
  { name: 'chief', roles: ['officer', 'verifier', 'director'] },
  { name: 'auditor', roles: ['auditor'] },
];

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<Step>({ kind: 'open', draft: 'clerical' }, { kind: 'save' }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom<Step>({ kind: 'submit' }, { kind: 'verify' }, { kind: 'approve' }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Step>(
      { kind: 'return' },
      { kind: 'annotate' },
      { kind: 'override', action: 'verify' },
      { kind: 'override', action: 'approve' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step>({ kind: 'withdraw' }, { kind: 'open', draft: 'completion' }),
  },
);
/** What is done where nobody may do what was drawn. */
const FORWARD: readonly Step[] = [
  { kind: 'submit' },
  { kind: 'verify' },
  { kind: 'approve' },
  { kind: 'open', draft: 'clerical' },
  { kind: 'save' },
];

/** Who takes it: anybody, or, of those from here on, the first who may do it or something else. */
const someone = fc.record({ at: fc.nat(PEOPLE.length - 1), able: fc.boolean() });
const walk = fc.array(fc.tuple(someone, step), { minLength: STEPS, maxLength: STEPS });

describe('random people taking random steps', () => {
  let api: TestApi;
  let accounts: Map<string, SignedInAccount>;
  let titles = 0;

  beforeAll(async () => {
    api = await startTestApi();
    accounts = new Map();
    for (const { name, roles } of PEOPLE) {
      accounts.set(name, await signInAs(api, { grants: roles.map(countryWide) }));
    }
  });
  afterAll(() => api.close());

  const account = (name: string): SignedInAccount => {
    const found = accounts.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };

  async function take(
    who: SignedInAccount,
    id: string,
    one: Step,
  ): Promise<{ status: number; code?: string }> {
    const { body: record } = await account('auditor').http<AgreementRecord>('GET', `/agreements/${id}`);
    titles += 1;
    const reason = 'a step of the model';
    const title = { en: `Title ${titles}` };
    const send = async (method: 'POST' | 'PUT' | 'PATCH', path: string, body: object) => {
      const answer = await who.http<{ code?: string }>(method, `/agreements/${id}${path}`, {
        headers: { 'if-match': `"${record.revision}"` },
        body,
      });
      return { status: answer.status, code: answer.body.code };
    };
    switch (one.kind) {
      case 'open':
        return send('POST', '/draft', { kind: one.draft });
      case 'save': {
        const draft = await account('auditor').http<{ document?: object }>('GET', `/agreements/${id}/draft`);
        return send('PUT', '/draft', { ...(draft.body.document ?? record.document), title });
      }
      case 'annotate':
        return send('PATCH', '', { summary: title });
      case 'override':
        return send('POST', '/draft/overrides', { action: one.action, reason });
      case 'submit':
      case 'verify':
      case 'approve':
      case 'return':
      case 'withdraw':
        return send('POST', '/draft/transitions', { action: one.kind, reason, acknowledgeGaps: true });
    }
  }

  /** What holds whatever was done. */
  async function check(id: string, model: VersionModel): Promise<void> {
    const [facts] = await api.dataSource.query<
      { current: number | null; numbers: number[]; open: string | null; projected: boolean; eyes: boolean }[]
    >(
      `SELECT a.version_number AS current,
              (SELECT coalesce(array_agg(number ORDER BY number), '{}') FROM agreement_version v
                WHERE v.agreement_id = a.id) AS numbers,
              (SELECT state FROM agreement_draft d WHERE d.agreement_id = a.id
                AND state NOT IN ('current', 'withdrawn')) AS open,
              (SELECT count(*) FROM commitment c WHERE c.agreement_id = a.id)
                = coalesce((SELECT jsonb_array_length(document -> 'commitments') FROM agreement_version v
                    WHERE v.agreement_id = a.id AND v.state = 'current'), 0) AS projected,
              NOT EXISTS (SELECT FROM agreement_version v WHERE v.agreement_id = a.id AND overridden_by IS NULL
                AND (verified_by = ANY (drafted_by) OR verified_by = submitted_by OR approved_by = verified_by)) AS eyes
         FROM agreement a WHERE a.id = $1`,
      [id],
    );
    expect(facts).toEqual({
      current: model.current === 0 ? null : model.current,
      numbers: Array.from({ length: model.current }, (_, index) => index + 1),
      open: model.draft?.state ?? null,
      ...{ projected: true, eyes: true },
    });
  }

  it('does what the specification allows and refuses the rest', async () => {
    const counts = { done: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(walk, async (steps) => {
        const made = await account('officer').http<AgreementRecord>('POST', '/agreements', {
          body: {
            title: { en: 'A fictional centre' },
            instrumentType: 'memorandum_of_understanding',
            legalState: 'signed',
            signing: { date: { stated: '2025-04-15' } },
            commitments: [{ id: 'c1', kind: 'cooperation', title: { en: 'To meet' }, measure: 'ongoing' }],
          },
        });
        const { id } = made.body;
        const model = new VersionModel('officer');
        for (const [{ at, able }, wanted] of steps) {
          const turned = [...PEOPLE.slice(at), ...PEOPLE.slice(0, at)];
          const pairs = [wanted, ...FORWARD].flatMap((one) => turned.map((who) => ({ who, one })));
          const pair = (able && pairs.find(({ who, one }) => model.may(who, one))) || pairs[0];
          if (!pair) throw new Error('nobody is there');
          const { who, one } = pair;
          // A first draft that is withdrawn is the end of everything that could be tried.
          if (one.kind === 'withdraw' && model.current === 0) continue;
          const allowed = model.take(who, one);
          const answer = await take(account(who.name), id, one);
          expect([who.name, one, allowed, answer]).toEqual([...[who.name, one, answer.status < 300], answer]);
          expect(answer.status).toBeLessThan(500);
          counts[allowed ? 'done' : 'refused'] += 1;
          if (allowed) await check(id, model);
        }
      }),
      { numRuns: RUNS, seed: 20261201, endOnFailure: true },
    );
    // A run in which nothing was possible, or nothing refused, would prove nothing.
    expect(Math.min(counts.done, counts.refused)).toBeGreaterThan(RUNS * 10);
  });
});
