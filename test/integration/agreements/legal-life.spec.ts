import { Client } from 'pg';
import { newId } from '@app/platform';
import { type Staff, logCurrent, revisionOf, signInStaff } from '../../support/agreements';
import { signInAs } from '../../support/accounts';
import { type TestApi, startTestApi } from '../../support/application';
import {
  type LegalRecord,
  type Refused,
  fictionalDocument,
  refusal,
  show,
  take,
} from '../../support/legal-life';

interface Steps {
  readonly items: readonly Record<string, unknown>[];
  readonly total: number;
  readonly nextCursor: string | null;
}

const PATIENCE = 60_000;

describe('the legal life of an agreement', () => {
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
  const stepsOf = async (id: string) =>
    (await staff.auditor.http<Steps>('GET', `/agreements/${id}/steps`)).body;

  it('leads a convention from its announcement into force, each step by whoever may take it', async () => {
    const id = await logged();
    const negotiated = await take(staff.officer, id, 'negotiate', { on: '2026-02' });
    expect([negotiated.legalState, negotiated.legalStateSince?.stated]).toEqual([
      'under_negotiation',
      '2026-02',
    ]);
    const done = await take(staff.legal, id, 'sign', {
      signing: { date: { stated: '2026-04-15' }, place: 'Nowhere', sourceId },
    });
    expect(done).toMatchObject({
      legalState: 'signed',
      legalStateSince: { stated: '2026-04-15' },
      signing: { date: { stated: '2026-04-15' }, dateAbsence: null, place: 'Nowhere' },
      version: { number: 3 },
      document: { legalState: 'signed' },
    });
    expect(done.citations).toEqual([expect.objectContaining({ field: 'signing', stated: '2026-04-15' })]);
    const inForce = await take(staff.legal, id, 'put_in_force');
    expect([inForce.legalState, inForce.version?.number]).toEqual(['in_force', 4]);
    const { items, total } = await stepsOf(id);
    expect(total).toBe(3);
    expect(
      items.map(({ number, action, from, to, versionNumber }) => [number, action, from, to, versionNumber]),
    ).toEqual([
      [3, 'put_in_force', 'signed', 'in_force', 4],
      [2, 'sign', 'under_negotiation', 'signed', 3],
      [1, 'negotiate', 'announced', 'under_negotiation', 2],
    ]);
    expect(items[1]).toMatchObject({
      on: '2026-04-15',
      sourceId,
      takenBy: `account:${staff.legal.accountId}`,
      recordedOn: '2026-11-23',
    });
    const versions = await staff.auditor.http<{ items: { kind: string }[] }>(
      'GET',
      `/agreements/${id}/versions`,
    );
    expect(versions.body.items.map(({ kind }) => kind)).toEqual([
      'legal_step',
      'legal_step',
      'legal_step',
      'first',
    ]);
    const trail = await staff.auditor.http<{ items: { action: string; reason: string | null }[] }>(
      'GET',
      `/agreements/${id}/history`,
    );
    expect(trail.body.items.map(({ action }) => action).slice(0, 3)).toEqual([
      'agreement.put_in_force',
      'agreement.signed',
      'agreement.negotiated',
    ]);
  });

  it('says to each what they may do, and to the others why not, in their language', async () => {
    const id = await signed();
    const forLegal = await show(staff.legal, id);
    expect(offer(forLegal, 'put_in_force')).toEqual({
      action: 'put_in_force',
      allowed: true,
      reason: null,
      code: null,
    });
    expect(offer(forLegal, 'sign')).toMatchObject({ allowed: false, code: 'action_not_possible' });
    expect(offer(await show(staff.officer, id), 'put_in_force')).toMatchObject({
      allowed: false,
      code: 'permission_required',
    });
    const french = await staff.director.http<LegalRecord>('GET', `/agreements/${id}`, {
      headers: { 'accept-language': 'fr' },
    });
    expect(offer(french.body, 'fulfil')?.reason).toBe('Des engagements (2) ne sont pas encore réglés.');
    expect(offer(french.body, 'publish')).toMatchObject({ allowed: true });
    expect(french.body.allowedActions.every(({ allowed, reason }) => allowed === (reason === null))).toBe(
      true,
    );
  });

  describe('a signature', () => {
    const negotiated = () => logged({ legalState: 'under_negotiation' });

    it.each<[string, object, (number | string)[]]>([
      ['without a date', { signing: { sourceId: 'the source' } }, [409, 'signing_unknown']],
      ['without a proof', { signing: { date: { stated: '2026' } } }, [409, 'signing_unproven']],
      ['with nothing', {}, [409, 'signing_unknown']],
      [
        'reported by nobody',
        { signing: { dateAbsence: 'not_published', sourceId: newId() } },
        [422, 'fields_refused', 'signing.sourceId: unknown_reference'],
      ],
      [
        'that is still to come',
        { signing: { date: { stated: '2026-11-24' }, sourceId: 'the source' } },
        [422, 'fields_refused', 'signing.date: day_in_future', 'on: day_in_future'],
      ],
    ])('%s is refused', async (_, extra, expected) => {
      const body = JSON.parse(JSON.stringify(extra).replace('the source', sourceId)) as object;
      expect(await refusal(staff.legal, await negotiated(), 'sign', body)).toEqual(expected);
    });

    it('may be known by nobody but the source that reports it', async () => {
      const done = await take(staff.legal, await negotiated(), 'sign', {
        signing: { dateAbsence: 'not_published', sourceId },
      });
      expect(done).toMatchObject({
        legalStateSince: null,
        signing: { date: null, dateAbsence: 'not_published' },
      });
      expect(done.badges.map(({ code }) => code)).toEqual(['text_not_held', 'signing_date_not_published']);
      expect(done.badges[0]?.text).toBe('Text not held');
    });

    it('is proven by a source that the record already cites', async () => {
      const id = await logged({
        legalState: 'under_negotiation',
        citations: [{ id: 'x', sourceId, subject: 'agreement', field: 'signing', stated: '2026' }],
      });
      await take(staff.legal, id, 'sign', { signing: { date: { stated: '2026' } } });
      expect((await stepsOf(id)).items[0]).toMatchObject({ action: 'sign', sourceId });
    });

    it('is proven by the signed text, with its digest, which is then held', async () => {
      const [id, other] = [await negotiated(), await negotiated()];
      const sign = (fileId: string) => ({ signing: { date: { stated: '2026' }, fileId } });
      const theirs = await file(other, 'signed_text', 'a');
      const annex = await file(id, 'annex', 'b');
      for (const fileId of [theirs, annex, newId()]) {
        expect(await refusal(staff.legal, id, 'sign', sign(fileId))).toEqual([
          422,
          'fields_refused',
          'signing.fileId: unknown_reference',
        ]);
      }
      const mine = await file(id, 'signed_text', 'c');
      expect((await take(staff.legal, id, 'sign', sign(mine))).badges).toEqual([]);
      expect((await stepsOf(id)).items[0]).toMatchObject({ fileId: mine, fileSha256: 'c'.repeat(64) });
    });

    /** A file as it is recorded; what is in it is asked by nobody here. */
    async function file(agreementId: string, role: string, digit: string): Promise<string> {
      const id = newId();
      const sha256 = digit.repeat(64);
      await api.dataSource.query(
        `INSERT INTO stored_file (sha256, bytes, media_type, stored_at) VALUES ($1, 1, 'application/pdf', '2026-11-23')`,
        [sha256],
      );
      await api.dataSource.query(
        `INSERT INTO agreement_file (id, agreement_id, sha256, role, file_name, recorded_by, recorded_on, recorded_at)
         VALUES ($1, $2, $3, $4, 'signed.pdf', 'account:x', '2026-11-23', '2026-11-23')`,
        [id, agreementId, sha256, role],
      );
      return id;
    }

    it('follows a negotiation and nothing else', async () => {
      expect(await refusal(staff.legal, await logged(), 'sign', { signing: { sourceId } })).toEqual([
        409,
        'action_not_possible',
      ]);
    });
  });

  describe('a step', () => {
    it('needs an agreement that is there, the revision that was read, and nothing it does not know', async () => {
      const id = await signed();
      const post = (path: string, headers: Record<string, string>, body: object) =>
        staff.legal.http<Refused>('POST', path, { headers, body });
      const terminate = { action: 'terminate', reason: 'a reason' };
      expect(
        (await post(`/agreements/${newId()}/transitions`, { 'if-match': '"1"' }, terminate)).status,
      ).toBe(404);
      expect((await post(`/agreements/${id}/transitions`, {}, terminate)).status).toBe(428);
      expect((await post(`/agreements/${id}/transitions`, { 'if-match': '"7"' }, terminate)).status).toBe(
        412,
      );
      expect(await refusal(staff.legal, id, 'explode')).toEqual([
        400,
        'validation_failed',
        'action: not_a_choice',
      ]);
      expect(await refusal(staff.legal, id, 'terminate', { reason: 'x', shift: { rule: 'none' } })).toEqual([
        422,
        'fields_refused',
        'shift: part_of_other_step',
      ]);
      expect(await refusal(staff.legal, id, 'terminate', { reason: 'x', on: 'yesterday' })).toEqual([
        422,
        'fields_refused',
        'on: not_a_date',
      ]);
    });

    it('is taken where the agreement lies, by whoever is there for it', async () => {
      const id = await signed();
      const regional = await signInAs(api, {
        grants: [{ role: 'legal', scope: { kind: 'regions', codes: ['MA-01'] } }],
      });
      expect(await refusal(regional, id, 'terminate', { reason: 'not mine' })).toEqual([
        403,
        'outside_scope',
      ]);
      expect(offer(await show(regional, id), 'terminate')).toMatchObject({
        allowed: false,
        code: 'outside_scope',
      });
    });

    it('is not taken with what was only drafted', async () => {
      const drafted = await staff.officer.http<{ id: string }>('POST', '/agreements', {
        body: fictionalDocument(),
      });
      expect(await refusal(staff.officer, drafted.body.id, 'negotiate')).toEqual([409, 'no_current_version']);
      const { allowedActions } = await show(staff.officer, drafted.body.id);
      expect(new Set(allowedActions.map(({ code }) => code))).toEqual(new Set(['no_current_version']));
    });

    it(
      'is taken by one of a hundred who ask at once',
      async () => {
        const id = await signed();
        const revision = await revisionOf(staff.legal, id);
        const answers = await Promise.all(
          Array.from({ length: 100 }, (_, n) =>
            staff.legal.http('POST', `/agreements/${id}/transitions`, {
              headers: { 'if-match': `"${revision}"` },
              body:
                n % 2 === 0
                  ? { action: 'put_in_force' }
                  : { action: 'terminate', reason: `for the ${n}th time` },
            }),
          ),
        );
        const statuses = answers.map(({ status }) => status);
        expect(statuses.filter((status) => status === 200)).toHaveLength(1);
        expect(statuses.filter((status) => status !== 200).every((status) => status === 412)).toBe(true);
        expect((await stepsOf(id)).total).toBe(1);
      },
      PATIENCE,
    );
  });

  describe('the tables', () => {
    const insert = (id: string, change: Record<string, unknown>) => {
      const row: Record<string, unknown> = {
        id: newId(),
        agreement_id: id,
        number: 1,
        action: 'terminate',
        from_state: 'signed',
        to_state: 'terminated',
        on_stated: '2026',
        on_first_day: '2026-01-01',
        on_last_day: '2026-12-31',
        reason: 'a reason',
        taken_by: 'account:x',
        recorded_on: '2026-11-23',
        taken_at: '2026-11-23T10:00:00Z',
        ...change,
      };
      const names = Object.keys(row);
      return api.dataSource.query(
        `INSERT INTO legal_step (${names.join(', ')}) VALUES (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
        Object.values(row),
      );
    };

    it.each<[string, Record<string, unknown>]>([
      ['a way that the table of states does not have', { action: 'fulfil', to_state: 'terminated' }],
      ['a way from elsewhere', { from_state: 'announced' }],
      ['no reason', { reason: null }],
      [
        'a signature without a proof',
        { action: 'sign', from_state: 'under_negotiation', to_state: 'signed' },
      ],
      ['a step out of its turn', { number: 2 }],
      ['a step before it could happen', { on_first_day: '2026-11-24' }],
      ['a second director who is the first', { agreed_by: 'account:x' }],
      ['a file of nobody', { file_id: newId(), file_sha256: 'a'.repeat(64) }],
    ])('hold no step with %s', async (_, change) => {
      await expect(insert(await signed(), change)).rejects.toThrow();
    });

    it('keep a step as it was taken, from the application and from the owner', async () => {
      const id = await signed();
      await insert(id, {});
      for (const sql of [`UPDATE legal_step SET reason = 'another'`, 'DELETE FROM legal_step']) {
        await expect(api.dataSource.query(`${sql} WHERE agreement_id = $1`, [id])).rejects.toThrow(
          /permission denied/,
        );
      }
      const owner = new Client({ connectionString: api.ownerUrl });
      await owner.connect();
      const changed = owner.query(`UPDATE legal_step SET reason = 'another' WHERE agreement_id = $1`, [id]);
      await expect(changed).rejects.toThrow('a legal step does not change');
      await owner.end();
    });

    it('hold no waived condition without a reason, and none that is open and decided', async () => {
      const id = await signed();
      const condition = (columns: string, values: string) =>
        api.dataSource.query(
          `INSERT INTO condition_precedent (id, agreement_id, number, text_fr, recorded_by, recorded_on, ${columns})
           VALUES ($1, $2, 1, 'x', 'account:x', '2026-11-23', ${values})`,
          [newId(), id],
        );
      const decided = `'2026-11-23', 'account:x', '2026-11-23T10:00:00Z'`;
      await expect(condition('state', `'ticked'`)).rejects.toThrow();
      await expect(condition('decided_on, decided_by, decided_at', decided)).rejects.toThrow();
      await expect(
        condition('state, decided_on, decided_by, decided_at', `'waived', ${decided}`),
      ).rejects.toThrow();
    });
  });
});
