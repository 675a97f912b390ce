import { FieldsRefused, RecordNotFound } from '@app/kernel';
import { AGREEMENTS_ENTITIES } from '@app/agreements';
import {
  CommitmentView,
  DELIVERY_STATUSES,
  UNREPORTED,
  DeliveryModule,
  FindCommitment,
  ListCommitments,
  deriveStatus,
  standingOf,
} from '@app/delivery';
import { InvalidCursor, PageRequest } from '@app/platform';
import { generateRegister, generatedId } from '../../support/generated-register';
import { noticesWithin } from '../../support/notices';
import { type UseCases, startUseCases } from '../../support/use-cases';

const AGREEMENTS = 60;
const COMMITMENTS = AGREEMENTS * 3;
const PAGE: PageRequest = { limit: 100, cursor: null, exactCount: false };

describe('lists of commitments', () => {
  let app: UseCases;
  let all: CommitmentView[];

  const list = (question: Parameters<ListCommitments['execute']>[0], page = PAGE) =>
    app.get(ListCommitments).execute(question, page);

  /** Decides about some promises of each standing, as far as they may be decided about. */
  async function decide(): Promise<void> {
    await noticesWithin(app.db, '2024-06-03');
    await app.db.query(
      `INSERT INTO commitment_decision (id, agreement_id, commitment_id, outcome, reason, decided_on, decided_by,
                                        recorded_on, recorded_at)
       SELECT gen_random_uuid(), agreement_id, id, outcome, 'a test', '2024-06-03', 'system:test', '2024-06-03', now()
         FROM (SELECT c.id, c.agreement_id, c.last_day, a.legal_state,
                      (ARRAY['cancelled', 'waived', 'closed_partial', 'closed_not_met', 'closed_unknown', NULL, NULL])
                        [1 + (row_number() OVER (ORDER BY c.id)) % 7] AS outcome
                 FROM commitment c JOIN agreement a ON a.id = c.agreement_id
                WHERE a.legal_state NOT IN ('announced', 'under_negotiation')) AS chosen
        WHERE outcome IN ('cancelled', 'waived')
           OR outcome LIKE 'closed%' AND last_day < '2024-06-03' AND legal_state <> 'suspended'`,
    );
    // What was closed before its agreement was suspended.
    await app.db.query(
      `UPDATE agreement SET legal_state = 'suspended' WHERE id = (
         SELECT agreement_id FROM commitment_decision WHERE outcome LIKE 'closed%' ORDER BY id LIMIT 1)`,
    );
    const dropped = generatedId('agreement', 4 * 7 + 1);
    await app.db.query(
      `INSERT INTO legal_step (id, agreement_id, number, action, from_state, to_state, on_stated, on_first_day,
                               on_last_day, reason, taken_by, recorded_on, taken_at)
       VALUES (gen_random_uuid(), $1, 1, 'supersede', 'signed', 'superseded', '2024', '2024-01-01', '2024-12-31',
               'a test', 'system:test', '2024-06-03', now())`,
      [dropped],
    );
    await app.db.query(
      `INSERT INTO successor_mapping (agreement_id, step_number, commitment_id, successor_agreement_id, fate, reason)
       SELECT $1, 1, c.id, $2, 'dropped', 'a test' FROM commitment c
        WHERE c.agreement_id = $1 AND NOT EXISTS (SELECT FROM commitment_decision d WHERE d.commitment_id = c.id)`,
      [dropped, generatedId('agreement', 2)],
    );
  }

  /** Every page of a list, read a few rows at a time. */
  async function walk(question: Parameters<ListCommitments['execute']>[0], limit = 7) {
    const seen: CommitmentView[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(question, {
        limit,
        cursor,
        exactCount: false,
      });
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return seen;
  }

  const ids = (views: readonly CommitmentView[]) => views.map(({ id }) => id).sort();

  beforeAll(async () => {
    app = await startUseCases({
      modules: [DeliveryModule],
      entities: AGREEMENTS_ENTITIES,
      now: '2024-06-03T10:00:00Z',
    });
    await app.db.transaction((tx) => generateRegister(tx, { agreements: AGREEMENTS }));
    for (const [n, state] of ['suspended', 'suspended', 'terminated', 'lapsed', 'superseded'].entries()) {
      await app.db.query('UPDATE agreement SET legal_state = $2 WHERE id = $1', [
        generatedId('agreement', n * 7 + 1),
        state,
      ]);
    }
    await decide();
    all = await walk({}, 100);
  });
  afterAll(() => app.close());

  it('show every commitment once, whatever the order and the size of the pages', async () => {
    expect(new Set(ids(all)).size).toBe(COMMITMENTS);
    for (const sort of ['lastDay', '-lastDay', 'value', '-value', 'recorded', '-recorded']) {
      expect(ids(await walk({ sort }))).toEqual(ids(all));
    }
  });

  it('begin with the nearest or the farthest deadline and end with those that have none', async () => {
    const days = async (sort: string) =>
      (await walk({ sort })).map(({ deadline }) => deadline?.lastDay ?? null);
    for (const [sort, direction] of [
      ['lastDay', 1],
      ['-lastDay', -1],
    ] as const) {
      const read = await days(sort);
      const dated = read.filter((day) => day !== null);
      expect(dated).toEqual([...dated].sort((a, b) => (a < b ? -direction : a > b ? direction : 0)));
      expect(read.slice(dated.length).every((day) => day === null)).toBe(true);
    }
  });

  it('put what has no figure last in either order of figures', async () => {
    for (const sort of ['value', '-value']) {
      const values = (await walk({ sort })).map(({ quantity }) => quantity?.value ?? null);
      const figures = values.filter((value) => value !== null);
      expect(values.slice(figures.length).every((value) => value === null)).toBe(true);
      expect(figures).toEqual([...figures].sort((a, b) => (sort === 'value' ? a - b : b - a)));
    }
  });

  it('refuse a cursor of another order', async () => {
    const { nextCursor } = await list({}, { ...PAGE, limit: 5 });
    await expect(list({ sort: 'value' }, { ...PAGE, cursor: nextCursor })).rejects.toThrow(InvalidCursor);
  });

  it('divide by status exactly as deriveStatus does', async () => {
    for (const status of DELIVERY_STATUSES) {
      const expected = all.filter(
        ({ deadline, decision, agreement: { legalState } }) =>
          deriveStatus(
            {
              lastDay: deadline?.lastDay ?? null,
              standing: standingOf(legalState),
              decision,
              reported: UNREPORTED,
            },
            '2024-06-03' as never,
          ) === status,
      );
      const found = await walk({ status: [status] });
      expect(found.every((one) => one.status === status)).toBe(true);
      expect(ids(found)).toEqual(ids(expected));
    }
    for (const sort of ['lastDay', '-lastDay']) {
      for (const status of [
        'no_deadline,due_soon',
        'unreported,due_soon',
        'no_deadline,overdue_unreported',
        'suspended,ended',
        'cancelled,closed_partial',
        'waived,overdue_unreported,no_deadline',
        'suspended,due_soon,overdue_unreported',
        'ended,no_deadline',
      ]) {
        const expected = all.filter((one) => status.split(',').includes(one.status));
        expect(ids(await walk({ status: status.split(','), sort }))).toEqual(ids(expected));
      }
    }
  });

  it('narrow by kind, level, region, agreement, parties and days', async () => {
    const company = all[0]?.parties.find(({ role }) => role === 'investor')?.organisationId ?? '';
    const authority = all[0]?.parties.find(({ role }) => role === 'public_authority')?.organisationId ?? '';
    const agreement = all[0]?.agreement.id ?? '';
    const owes = (one: CommitmentView, organisation: string) => one.obligor?.organisationId === organisation;
    const cases: [Parameters<typeof list>[0], (one: CommitmentView) => boolean][] = [
      [{ kind: ['jobs'] }, (one) => one.kind === 'jobs'],
      [{ level: ['firm'] }, (one) => one.quantity?.level === 'firm'],
      [{ region: ['MA-06'] }, (one) => one.place.regionCodes.includes('MA-06')],
      [
        { kind: ['jobs', 'training'], level: ['firm', 'none'] },
        (one) => ['jobs', 'training'].includes(one.kind) && (one.quantity?.level ?? 'firm') === 'firm',
      ],
      [
        { region: ['MA-06', 'none'] },
        ({ place: { regionCodes } }) => regionCodes.length === 0 || regionCodes.includes('MA-06'),
      ],
      [
        { deadlineYear: ['2024', 'none'] },
        ({ deadline }) => (deadline?.lastDay.slice(0, 4) ?? '2024') === '2024',
      ],
      [{ agreement }, (one) => one.agreement.id === agreement],
      [
        { organisation: company },
        (one) => one.parties.some(({ organisationId }) => organisationId === company),
      ],
      [{ obligor: company }, (one) => owes(one, company)],
      [{ obligor: authority }, (one) => owes(one, authority)],
      [{ dueFrom: '2020-01-01' }, (one) => (one.deadline?.lastDay ?? '') >= '2020-01-01'],
      [
        { dueFrom: '2020-01-01', dueTo: '2024-12-31', sort: '-lastDay' },
        ({ deadline }) =>
          deadline !== null && deadline.lastDay >= '2020-01-01' && deadline.lastDay <= '2024-12-31',
      ],
    ];
    for (const [question, expected] of cases) {
      const found = await walk(question);
      expect(found.length).toBeGreaterThan(0);
      expect(ids(found)).toEqual(ids(all.filter(expected)));
    }
  });

  it('find words without case, accents and Arabic signs', async () => {
    const wanted = (await walk({ q: 'emplois' })).map(({ kind }) => kind);
    expect(new Set(wanted)).toEqual(new Set(['jobs']));
    expect(ids(await walk({ q: 'CRÉER EMPLOIS' }))).toEqual(ids(await walk({ q: 'creer emplois' })));
    expect(ids(await walk({ q: 'اِحداث' }))).toEqual(ids(await walk({ q: 'إحداث' })));
    expect((await walk({ q: 'إحداث' })).length).toBe(wanted.length);
    expect(await walk({ q: '100%_' })).toEqual([]);
  });

  it('count all, not only the page', async () => {
    const { total, totalIsAtLeast, items } = await list({}, { ...PAGE, limit: 5 });
    expect({ total, totalIsAtLeast, items: items.length }).toEqual({ total: COMMITMENTS, items: 5 });
  });

  it('name parties that the papers only describe', async () => {
    const party = all.flatMap(({ parties }) => parties).find(({ organisationId }) => organisationId === null);
    expect(party).toMatchObject({ role: 'other', names: { en: 'four companies' } });
  });

  it('say how many days are left, and how many it is late', async () => {
    const [earliest] = await walk({ status: ['overdue_unreported'] });
    expect(earliest?.daysLeft).toBeLessThan(0);
    const [next] = await walk({ dueFrom: '2024-06-30', dueTo: '2024-06-30' });
    if (next) expect(next).toMatchObject({ daysLeft: 27, status: 'due_soon' });
  });

  it('refuse a region and a sector that nobody knows', async () => {
    const refused = await list({ region: ['MA-06', 'MA-99'], sector: ['XXX', 'none'] }).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(FieldsRefused);
    expect((refused as FieldsRefused).violations.map(({ field }) => field)).toEqual(['region', 'sector']);
  });

  it('narrow by sector', async () => {
    const found = await walk({ sector: ['ITO'] });
    const rows = await app.db.query<{ id: string }[]>(
      `SELECT c.id FROM commitment c JOIN agreement a ON a.id = c.agreement_id WHERE 'ITO' = ANY (a.sector_codes)`,
    );
    expect(ids(found)).toEqual(rows.map(({ id }) => id).sort());
  });

  describe('a single record', () => {
    it('is not there for an unknown id', async () => {
      const unknown = generatedId('commitment', 999_999);
      await expect(app.get(FindCommitment).execute(unknown)).rejects.toThrow(RecordNotFound);
    });

    it('shows what its sources say', async () => {
      const dated = all.find(({ kind, deadline }) => kind === 'jobs' && deadline !== null);
      const record = await app.get(FindCommitment).execute(dated?.id ?? '');
      expect(record).toMatchObject({ id: dated?.id, status: dated?.status, deadlineMoves: [] });
      expect(record.citations).toMatchObject(
        [
          {
            field: 'deadline',
            stated: dated?.deadline?.stated,
            adopted: true,
            source: { title: /^Article/ },
          },
        ].map((citation) => ({
          ...citation,
          source: { title: expect.stringMatching(/^Article/) as string },
        })),
      );
      expect(record.firstDeadline).toEqual(dated?.deadline);
      expect(record.rescheduled).toEqual({ times: 0, days: 0 });
    });

    it('keeps the first stated deadline when it moves', async () => {
      const dated = all.find(({ deadline }) => deadline?.precision === 'year');
      const id = dated?.id ?? '';
      await app.db.query(
        `INSERT INTO deadline_move (id, agreement_id, subject_type, subject_id, number, old_stated, old_last_day,
           new_stated, new_last_day, version_number, recorded_by, recorded_on, act, effective_on)
         VALUES (gen_random_uuid(), $1, 'commitment', $2, 1, '2014', '2014-12-31', $3, $4, 1, 'system:planner', '2024-01-01', 'amendment', '2024-01-01')`,
        [dated?.agreement.id, id, dated?.deadline?.stated, dated?.deadline?.lastDay],
      );
      const record = await app.get(FindCommitment).execute(id);
      expect(record.firstDeadline).toEqual({ stated: '2014', precision: 'year', lastDay: '2014-12-31' });
      expect(record.deadlineMoves).toEqual([
        {
          number: 1,
          old: { stated: '2014', lastDay: '2014-12-31' },
          new: { stated: dated?.deadline?.stated, lastDay: dated?.deadline?.lastDay },
          act: 'amendment',
          effectiveOn: '2024-01-01',
          recordedOn: '2024-01-01',
          versionNumber: 1,
        },
      ]);
      expect(record.rescheduled).toMatchObject({ times: 1 });
      expect(record.rescheduled.days).toBeGreaterThan(0);
    });
  });
});
