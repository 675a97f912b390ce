import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { type Answered, codes, reportHands } from '../../support/report-hands';
import { type ReportingRegister, nightOf, startReporting } from '../../support/reporting';

const PATIENCE = 60_000;
const START = '2026-02-10T10:00:00Z';

describe('a report that comes again', () => {
  let register: ReportingRegister;
  let staff: ReportingRegister['staff'];
  let hands: ReturnType<typeof reportHands>;

  beforeAll(async () => {
    register = await startReporting(START);
    ({ staff } = register);
    hands = reportHands(register);
  }, PATIENCE);
  beforeEach(() => nightOf(register, START));
  afterAll(async () => {
    jest.restoreAllMocks();
    await register.api.close();
  });

  it('that was asked for and withdrawn is owed as before, by the same day', async () => {
    const { save, take, begin, asked } = hands;
    const { report, commitment } = await asked();
    const owed = async () =>
      register.api.dataSource.query<{ state: string; due_on: string; grace_until: string }[]>(
        `SELECT state, due_on, grace_until FROM report WHERE commitment_id = $1 ORDER BY id`,
        [commitment],
      );
    const [first] = await owed();
    await save(report, { value: 40 });
    const withdraw = (one: string, who: Pick<SignedInAccount, 'http'>) =>
      take(one, 'withdraw', who, { reason: 'a wrong file' });
    expect((await withdraw(report, register.editor)).body.state).toBe('withdrawn');
    await nightOf(register, '2026-04-20T10:00:00Z');
    await nightOf(register, '2026-04-21T10:00:00Z');
    expect(await owed()).toEqual([{ ...first, state: 'withdrawn' }, first]);
    // Also who begins it before the register asks again.
    const path = `/reports?commitment=${commitment}&state=requested`;
    const { body } = await register.editor.http<{ items: Answered[] }>('GET', path);
    const again = body.items[0]?.id ?? '';
    await save(again, { value: 40 });
    await withdraw(again, register.editor);
    const begun = await begin(commitment, { periodUntil: '2026-03-31' });
    expect(begun.status).toBe(201);
    expect((await owed()).at(-1)).toEqual({ ...first, state: 'draft' });
    // What the house takes back is not asked for again.
    const other = await asked();
    expect((await withdraw(other.report, staff.officer)).body.state).toBe('withdrawn');
    expect(await nightOf(register, '2026-04-22T10:00:00Z')).toMatchObject({ asked: 0 });
  });

  it('of an investor is about a period of the calendar while one is open', async () => {
    const { begin, asked } = hands;
    const { commitment } = await asked();
    await nightOf(register, '2026-06-30T10:00:00Z');
    for (const periodUntil of ['2026-06-30', '2026-05-31']) {
      const refused = await begin(commitment, { periodUntil });
      expect([refused.status, codes(refused.body)]).toEqual([422, ['periodUntil: no_period_of_calendar']]);
    }
    expect((await begin(commitment, { periodUntil: '2026-05-31' }, staff.officer)).status).toBe(201);
  });

  it('is corrected by another of the same period, which takes its place and erases nothing', async () => {
    const { read, save, take, begin, observations, submitted } = hands;
    const { report, commitment } = await submitted();
    expect((await begin(commitment, { correctsId: report })).body.code).toBe('report_not_correctable');
    await take(report, 'accept', staff.verifier);
    const { body: correction } = await begin(commitment, { correctsId: report });
    expect(correction).toMatchObject({ state: 'draft', content: { value: 40 } });
    expect((await begin(commitment, { correctsId: report })).body.code).toBe('report_begun');
    await save(correction.id, { value: 38 });
    await take(correction.id, 'submit', register.representative);
    await take(correction.id, 'accept', staff.verifier);
    expect(await read(report)).toMatchObject({
      ...{ state: 'superseded', acceptedValue: 40, correctedById: correction.id },
    });
    expect(await observations(commitment)).toEqual([
      { value: 40, rank: 'none', superseded_on: '2026-04-02' },
      { value: 38, rank: 'none', superseded_on: null },
    ]);
  });

  it('is corrected again and again, and one figure of the period is followed', async () => {
    const { read, save, take, begin, observations, submitted } = hands;
    const second = await signInAs(register.api, { grants: [countryWide('verifier')] });
    const { report, commitment } = await submitted();
    await take(report, 'accept', staff.verifier);
    const correct = async (correctsId: string, value: number) => {
      const { body } = await begin(commitment, { correctsId });
      await save(body.id, { value });
      await take(body.id, 'submit', register.representative);
      return body.id;
    };
    const live = async () =>
      (await observations(commitment)).filter((one) => one.superseded_on === null).map(({ value }) => value);
    const rejected = await correct(report, 38);
    await take(rejected, 'reject', staff.verifier, { reason: 'not credible' });
    const again = await correct(rejected, 37);
    // Two corrections of one figure do not wait beside each other.
    const appeal = () => take(rejected, 'appeal', register.representative, { reason: 'it was right' });
    expect((await appeal()).body.code).toBe('appeal_overtaken');
    expect((await read(rejected, register.representative)).allowedActions).toContainEqual(
      expect.objectContaining({ action: 'appeal', allowed: false, code: 'appeal_overtaken' }),
    );
    await take(again, 'accept', staff.verifier);
    expect(await live()).toEqual([37]);
    expect([(await read(report)).state, (await read(rejected)).state]).toEqual(['superseded', 'rejected']);
    await take(await correct(again, 36), 'accept', second);
    expect(await live()).toEqual([36]);
    await take(await correct(rejected, 35), 'accept', second);
    expect(await live()).toEqual([35]);
    await expect(
      register.api.dataSource.query(
        `INSERT INTO accepted_observation (id, agreement_id, commitment_id, report_id, as_of, value, rank, recorded_on)
         SELECT gen_random_uuid(), agreement_id, commitment_id, id, as_of, accepted_value, 'none', '2026-04-02'
           FROM report WHERE commitment_id = $1 AND state = 'accepted'`,
        [commitment],
      ),
    ).rejects.toThrow('one figure of a period');
  });

  describe('and was rejected', () => {
    const rejected = async () => {
      const promise = await hands.submitted();
      await hands.take(promise.report, 'reject', staff.verifier, { reason: 'not credible' });
      return promise;
    };
    const appeal = (report: string) =>
      hands.take(report, 'appeal', register.representative, { reason: 'it was right' });
    async function correct(commitment: string | undefined, correctsId: string, value: number) {
      const { body } = await hands.begin(commitment, { correctsId });
      await hands.save(body.id, { value });
      await hands.take(body.id, 'submit', register.representative);
      return body.id;
    }

    it('is not appealed once it is corrected itself, nor corrected while its appeal runs', async () => {
      const { report, commitment } = await rejected();
      const correction = await correct(commitment, report, 38);
      expect((await appeal(report)).body.code).toBe('appeal_overtaken');
      await hands.take(correction, 'reject', staff.verifier, { reason: 'not credible either' });
      const over = await appeal(report);
      expect([over.status, over.body.state]).toEqual([200, 'submitted']);
      // One of them waits: neither the other nor its correction does beside it.
      expect((await appeal(correction)).body.code).toBe('appeal_overtaken');
      const { body } = await hands.begin(commitment, { correctsId: correction });
      expect(body.code).toBe('report_begun');
    });

    it('is either appealed or corrected of two who want it in the same moment', async () => {
      const { report, commitment } = await rejected();
      const both = await Promise.all([appeal(report), hands.begin(commitment, { correctsId: report })]);
      expect(both.filter(({ status }) => status < 300)).toHaveLength(1);
    });

    it('has one figure also of two that are accepted in the same moment', async () => {
      const { report, commitment } = await rejected();
      const correction = await correct(commitment, report, 38);
      const db = register.api.dataSource;
      // As two transactions would leave them that do not see each other.
      await db.query(
        `UPDATE report SET state = 'accepted', accepted_value = claimed_value, decided_by = 'account:test',
                decided_on = '2026-04-02', waiting_since = NULL, revision = revision + 1
          WHERE id = ANY ($1)`,
        [[report, correction]],
      );
      const figure = (one: string) =>
        db.transaction(async (tx) => {
          await tx.query(
            `INSERT INTO accepted_observation (id, agreement_id, commitment_id, report_id, as_of, value, rank, recorded_on)
             SELECT gen_random_uuid(), agreement_id, commitment_id, id, as_of, accepted_value, 'none', '2026-04-02'
               FROM report WHERE id = $1`,
            [one],
          );
          await tx.query('SELECT pg_sleep(0.3)');
        });
      const both = await Promise.allSettled([figure(report), figure(correction)]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await hands.observations(commitment)).toHaveLength(1);
    });
  });
});
