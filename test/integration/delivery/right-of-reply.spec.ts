import { RefreshStandings } from '@app/delivery';
import { Client } from 'pg';
import type { SignedInAccount } from '../../support/accounts';
import { asCaller } from '../../support/as-caller';
import type { Refused } from '../../support/legal-life';
import {
  type ReportingRegister,
  acceptedReport,
  arrange,
  jobs,
  nightOf,
  promisedByOwn,
  startReporting,
} from '../../support/reporting';

interface Notice {
  readonly id: string;
  readonly repliesUntil: string;
  readonly reply: string | null;
  readonly onBehalf: boolean;
  readonly daysLeft: number;
  readonly commitmentTitle: object;
}

/** As much of a promise as the public reads of how it stands. */
interface Public {
  readonly status: string;
  readonly reply: object | null;
  readonly verified: object | null;
}

const PATIENCE = 60_000;
const START = '2026-02-10T10:00:00Z';
const PAST = { deadline: { stated: '2026-01-31' } };

describe('the right of reply', () => {
  let register: ReportingRegister;
  let staff: ReportingRegister['staff'];

  beforeAll(async () => {
    register = await startReporting(START);
    ({ staff } = register);
  }, PATIENCE);
  beforeEach(() => nightOf(register, START));
  afterAll(async () => {
    jest.restoreAllMocks();
    await register.api.close();
  });

  async function publicly(agreement: string): Promise<readonly Public[]> {
    const path = `/public/commitments?agreement=${agreement}`;
    return (await register.api.http<{ items: Public[] }>('GET', path, { anonymous: true })).body.items;
  }

  const notify = (commitment: string | undefined, change: object = {}, who = staff.officer) =>
    who.http<Notice & Refused>('POST', `/commitments/${commitment}/notices`, {
      body: { word: 'closed_not_met', channel: 'letter', sentOn: '2026-02-09', ...change },
    });
  const reply = (notice: string, who: SignedInAccount) =>
    who.http<Notice & Refused>('POST', `/notices/${notice}/reply`, { body: { reply: 'the land came late' } });
  async function close(commitment: string | undefined) {
    const { body } = await staff.director.http<{ revision: number }>('GET', `/commitments/${commitment}`);
    const headers = { 'if-match': `"${body.revision}"` };
    return staff.director.http<{ status: string } & Refused>('POST', `/commitments/${commitment}/decisions`, {
      ...{ headers, body: { outcome: 'closed_not_met', reason: 'a test' } },
    });
  }

  it('opens “not met” ten working days after a notice, whether anybody replies or not', async () => {
    const { id, commitments } = await promisedByOwn(register, [jobs('c1', 200, PAST)]);
    const [promise] = commitments;
    expect((await close(promise)).body.code).toBe('closing_needs_reply');
    expect((await notify(promise, {}, staff.verifier)).status).toBe(403);
    const { status, body } = await notify(promise);
    expect([status, body.repliesUntil]).toEqual([201, '2026-02-23']);
    expect((await notify(promise)).body.code).toBe('notice_given');
    await nightOf(register, '2026-02-23T10:00:00Z');
    expect((await close(promise)).body.code).toBe('reply_still_open');
    await nightOf(register, '2026-02-24T10:00:00Z');
    const inPublic = async () =>
      (await publicly(id)).map(({ status: word, reply: said }) => ({ word, said }));
    expect(await inPublic()).toEqual([{ word: 'deadline_passed_no_verified_report', said: null }]);
    expect((await close(promise)).body.status).toBe('closed_not_met');
    const told = { text: null, on: null, noticeOf: '2026-02-09' };
    expect(await inPublic()).toEqual([{ word: 'closed_not_met', said: told }]);
    const late = await reply(body.id, register.representative);
    expect([late.status, late.body.reply]).toEqual([200, 'the land came late']);
    expect(await inPublic()).toEqual([
      { word: 'closed_not_met', said: { ...told, text: 'the land came late', on: '2026-02-24' } },
    ]);
  });

  it('lets nobody call not met what an accepted figure reached', async () => {
    const DUE = { deadline: { stated: '2026-03-31' } };
    const { id, commitments } = await promisedByOwn(register, [jobs('c1', 200, DUE), jobs('c2', 90, DUE)]);
    const [reached = '', short = ''] = commitments;
    await arrange(staff.officer, id, { rhythm: 'quarterly', fromDay: '2026-02-10' });
    await nightOf(register, '2026-04-02T10:00:00Z');
    await acceptedReport(register, short, 60);
    expect((await notify(reached, { sentOn: '2026-04-01' })).status).toBe(201);
    await nightOf(register, '2026-05-04T10:00:00Z');
    await acceptedReport(register, reached, 210);
    expect((await close(reached)).body.code).toBe('closing_after_reached');
    await expect(
      register.api.dataSource.query(
        `INSERT INTO commitment_decision (id, agreement_id, commitment_id, outcome, reason, decided_on, decided_by, recorded_on, recorded_at)
         VALUES (gen_random_uuid(), $1, $2, 'closed_not_met', 'a test', '2026-05-04', 'x', '2026-05-04', '2026-05-04')`,
        [id, reached],
      ),
    ).rejects.toThrow('met is not closed');
    await register.api.app.get(RefreshStandings).ofAgreement(id);
    const told = (await publicly(id)).map(({ status, verified }) => ({ status, verified }));
    expect(told).toEqual(
      expect.arrayContaining([
        { status: 'met', verified: { asOf: '2026-03-31', value: 210, stage: null } },
        {
          status: 'deadline_passed_verified_figure',
          verified: { asOf: '2026-03-31', value: 60, stage: null },
        },
      ]),
    );
  });

  it('runs before anything is closed, and for whoever owes the promise now', async () => {
    const { id, commitments } = await promisedByOwn(register, [jobs('c1', 200, PAST)]);
    const [promise] = commitments;
    const partly = async () => {
      const { body } = await staff.director.http<{ revision: number }>('GET', `/commitments/${promise}`);
      const headers = { 'if-match': `"${body.revision}"` };
      return staff.director.http<{ status: string } & Refused>('POST', `/commitments/${promise}/decisions`, {
        ...{ headers, body: { outcome: 'closed_partial', reason: 'a test' } },
      });
    };
    const insert = () =>
      register.api.dataSource.query(
        `INSERT INTO commitment_decision (id, agreement_id, commitment_id, outcome, reason, decided_on, decided_by, recorded_on, recorded_at)
         VALUES (gen_random_uuid(), $1, $2, 'closed_unknown', 'a test', '2026-02-24', 'x', '2026-02-24', '2026-02-24')`,
        [id, promise],
      );
    expect((await partly()).body.code).toBe('closing_needs_notice');
    expect((await notify(promise)).status).toBe(201);
    await nightOf(register, '2026-02-24T10:00:00Z');
    const owedBy = (organisation: string) =>
      register.api.dataSource.query('UPDATE party SET organisation_id = $2 WHERE agreement_id = $1', [
        id,
        organisation,
      ]);
    const others = await staff.officer.http<{ id: string }>('POST', '/organisations', {
      body: { names: { en: 'A third fictional company' }, kind: 'company' },
    });
    await owedBy(others.body.id);
    expect((await partly()).body.code).toBe('closing_needs_notice');
    await expect(insert()).rejects.toThrow('could not reply yet');
    expect((await notify(promise, { sentOn: '2026-02-23' })).status).toBe(201);
    await owedBy(register.own);
    expect((await partly()).body.status).toBe('closed_partial');
  });

  it('says nothing in public of what was called not met before anybody could reply', async () => {
    const { id, commitments } = await promisedByOwn(register, [jobs('c1', 200, PAST)]);
    // As it was recorded before there was a right of reply.
    const owner = new Client({ connectionString: register.api.ownerUrl });
    await owner.connect();
    try {
      await owner.query('ALTER TABLE commitment_decision DISABLE TRIGGER commitment_decision_checked');
      await owner.query(
        `INSERT INTO commitment_decision (id, agreement_id, commitment_id, outcome, reason, decided_on, decided_by, recorded_on, recorded_at)
         VALUES (gen_random_uuid(), $1, $2, 'closed_not_met', 'a test', '2026-02-05', 'x', '2026-02-05', '2026-02-05')`,
        [id, commitments[0]],
      );
      await owner.query('ALTER TABLE commitment_decision ENABLE TRIGGER commitment_decision_checked');
    } finally {
      await owner.end();
    }
    expect(await publicly(id)).toMatchObject([
      { status: 'deadline_passed_no_verified_report', reply: null, verified: null },
    ]);
    const path = `/public/commitments?agreement=${id}&status=closed_not_met`;
    expect((await register.api.http('GET', path, { anonymous: true })).body.items).toEqual([]);
  });

  it('keeps one reply, of the organisation that was told or of a letter from it', async () => {
    const { commitments } = await promisedByOwn(register, [jobs('c1', 200, PAST), jobs('c2', 90, PAST)]);
    const own = (await notify(commitments[0])).body.id;
    expect((await reply(own, register.stranger)).status).toBe(404);
    expect((await reply(own, register.editor)).status).toBe(403);
    expect((await reply(own, register.representative)).body.onBehalf).toBe(false);
    expect((await reply(own, register.representative)).body.code).toBe('notice_replied');
    const letter = (await notify(commitments[1], { word: 'overdue' })).body.id;
    expect((await reply(letter, staff.officer)).body.onBehalf).toBe(true);
    const seen = async (who: SignedInAccount) =>
      (await who.http<{ items: Notice[] }>('GET', `/commitments/${commitments[0]}/notices`)).body.items;
    const [shown, ...others] = await seen(register.editor);
    expect(others).toEqual([]);
    expect(shown).toMatchObject({
      ...{ id: own, repliesUntil: '2026-02-23', daysLeft: 13 },
      commitmentTitle: { en: 'Fictional jobs c1' },
    });
    expect(await seen(register.stranger)).toEqual([]);
  });

  it('needs a deadline that has passed, somebody to tell, and a day that has been', async () => {
    const { commitments } = await promisedByOwn(register, [jobs('c1', 200), jobs('c2', 90, PAST)]);
    expect((await notify(commitments[0])).body.code).toBe('notice_before_deadline');
    const codes = async (sentOn: string) =>
      (await notify(commitments[1], { sentOn })).body.errors.map(({ code }) => code);
    expect(await codes('2026-02-11')).toEqual(['day_in_future']);
    expect(await codes('2026-01-31')).toEqual(['notice_before_deadline']);
    const parties = [{ id: 'p1', role: 'investor', described: { en: 'four companies' } }];
    const nobody = await promisedByOwn(register, [jobs('c1', 200, PAST)], { parties });
    expect((await notify(nobody.commitments[0])).body.code).toBe('notice_needs_obligor');
  });

  it('is kept by the tables too', async () => {
    const { id, commitments } = await promisedByOwn(register, [jobs('c1', 200, PAST)]);
    const notice = (await notify(commitments[0])).body.id;
    const decide = register.api.dataSource.query(
      `INSERT INTO commitment_decision (id, agreement_id, commitment_id, outcome, reason, decided_on, decided_by, recorded_on, recorded_at)
       VALUES (gen_random_uuid(), $1, $2, 'closed_not_met', 'a test', '2026-02-23', 'x', '2026-02-23', '2026-02-23')`,
      [id, commitments[0]],
    );
    await expect(decide).rejects.toThrow('could not reply yet');
    await expect(
      register.api.dataSource.query(`UPDATE reply_notice SET word = 'overdue' WHERE id = $1`, [notice]),
    ).rejects.toThrow('permission denied');
    await expect(
      asCaller(register.api, register.stranger, { organisations: [] }, (tx) =>
        tx.query('SELECT id FROM reply_notice WHERE id = $1', [notice]),
      ),
    ).resolves.toEqual([]);
  });
});
