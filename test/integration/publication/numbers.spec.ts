import { RefreshStandings } from '@app/delivery';
import { newId } from '@app/platform';
import { generateDeliveries } from '../../support/generated-deliveries';
import { noticesWithin } from '../../support/notices';
import { type TestApi, startTestApi } from '../../support/application';
import { generateRegister } from '../../support/generated-register';
import { figuresIn, figuresThatDiffer } from '../../support/public-register';

const AGREEMENTS = 40;

interface Progress {
  readonly funnel: readonly { readonly here: { value: number }; readonly reached: { value: number } }[];
  readonly closeOut: readonly {
    readonly commitments: { value: number };
    readonly outcomes: readonly { readonly status: string; readonly commitments: { value: number } }[];
    readonly kept: { readonly denominator: { value: number } };
  }[];
  readonly delivered: readonly {
    readonly accepted: { value: number | null };
    readonly bands: readonly { readonly accepted: { value: number | null } }[];
  }[];
}

/** Row numbers of agreements, for what follows from chance and is the same in every run. */
const NUMBERED = `(SELECT id, row_number() OVER (ORDER BY reference) AS n FROM agreement) AS numbered`;

/** The same of commitments: their identifiers are drawn, their places are not. */
const PROMISES = `(SELECT c.*, row_number() OVER (ORDER BY a.reference, c.rank) AS n
  FROM commitment c JOIN agreement a ON a.id = c.agreement_id) AS numbered`;

/**
 * A population in which every case occurs: agreements that are not published, suspended and ended ones, linked ones
 * and promises, decisions of every kind, figures in words, several sectors and none.
 */
async function populate(api: TestApi): Promise<void> {
  await api.dataSource.transaction(async (tx) => {
    await generateRegister(tx, { agreements: AGREEMENTS });
    await tx.query(
      `UPDATE agreement a SET published = (n % 5 <> 0),
              sector_codes = CASE n % 4 WHEN 0 THEN '{}' WHEN 1 THEN '{ITO}' WHEN 2 THEN '{BPO,CRM}' ELSE '{KPO}' END::text[],
              legal_state = CASE n % 11 WHEN 1 THEN 'suspended' WHEN 2 THEN 'terminated' WHEN 3 THEN 'lapsed'
                WHEN 4 THEN 'expired' WHEN 5 THEN 'superseded' ELSE legal_state END
         FROM ${NUMBERED} WHERE numbered.id = a.id`,
    );
    await tx.query(
      `UPDATE commitment c SET value = NULL, quantity_stated = 'des milliers'
         FROM ${PROMISES}
        WHERE numbered.id = c.id AND numbered.unit IS NOT NULL AND n % 10 = 5`,
    );
    await tx.query(
      `UPDATE commitment c SET deadline_stated = NULL, deadline_precision = NULL, last_day = NULL,
              deadline_absence = 'not_stated'
         FROM ${PROMISES}
        WHERE numbered.id = c.id AND n % 7 = 0`,
    );
    await tx.query(
      `UPDATE commitment c SET deadline_stated = '2026-12-20', deadline_precision = 'day', last_day = '2026-12-20',
              deadline_absence = NULL
         FROM ${PROMISES}
         JOIN agreement a ON a.id = numbered.agreement_id AND a.published AND a.legal_state IN ('signed', 'in_force')
        WHERE numbered.id = c.id AND n % 6 = 1`,
    );
    const commitments = await tx.query<{ id: string; agreement_id: string; closes: boolean }[]>(
      `SELECT c.id, c.agreement_id, a.legal_state <> 'suspended' AND c.last_day < '2026-10-30' AS closes
         FROM commitment c JOIN agreement a ON a.id = c.agreement_id
        WHERE a.legal_state NOT IN ('announced', 'under_negotiation') ORDER BY a.reference, c.rank`,
    );
    await noticesWithin(tx, '2026-11-01');
    for (const [index, { id, agreement_id, closes }] of commitments.entries()) {
      if (index % 3 !== 0) continue;
      const outcomes = ['cancelled', 'closed_partial', 'waived', 'closed_not_met', 'closed_unknown'];
      const outcome = outcomes[(index / 3) % outcomes.length] ?? '';
      if (outcome.startsWith('closed') && !closes) continue;
      await tx.query(
        `INSERT INTO commitment_decision (id, agreement_id, commitment_id, outcome, reason, decided_on, decided_by,
           recorded_on, recorded_at)
         VALUES ($1, $2, $3, $4, 'a test', '2026-11-01', 'system:test', '2026-11-01', '2026-11-01T09:00:00Z')`,
        [newId(), agreement_id, id, outcome],
      );
    }
    await generateDeliveries(tx, '2026-11-23');
    // Of some more was promised than what was delivered.
    await tx.query(
      `UPDATE commitment c SET value = c.value * 10 FROM ${PROMISES}
        WHERE numbered.id = c.id AND numbered.last_day < '2026-11-01' AND n % 5 <> 1`,
    );
    for (let index = 1; index + 40 < commitments.length; index += 3) {
      const [from, to] = [commitments[index], commitments[index + 33]];
      if (!from || !to || from.agreement_id === to.agreement_id) continue;
      await tx.query(
        `INSERT INTO promise_link (id, kind, from_agreement_id, from_commitment_id, to_agreement_id, to_commitment_id,
           reason, recorded_by, recorded_on)
         VALUES ($1, $2, $3, $4, $5, $6, 'a test', 'system:test', '2026-01-01')`,
        [
          newId(),
          index % 2 === 0 ? 'same_promise' : 'part_of',
          from.agreement_id,
          from.id,
          to.agreement_id,
          to.id,
        ],
      );
    }
  });
}

describe('the numbers of a generated public register', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z' });
    await populate(api);
    await api.app.get(RefreshStandings).execute();
  }, 180_000);
  afterAll(() => api.close());

  const summary = async (query = '') => {
    const { status, body } = await api.http<Record<string, unknown>>('GET', `/public/summary?${query}`, {
      anonymous: true,
    });
    expect([query, status]).toEqual([query, 200]);
    return body;
  };
  const progressOf = async (query = '') => {
    const { status, body } = await api.http<Progress>('GET', `/public/progress?${query}`, {
      anonymous: true,
    });
    expect([query, status]).toEqual([query, 200]);
    return body;
  };
  const counted = async (sql: string) => {
    const [row] = await api.dataSource.query<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM ${sql}`,
    );
    return row.count;
  };

  it.each([
    '',
    'region=MA-06',
    'sector=CRM',
    'year=none',
    'status=cancelled,waived,suspended,ended',
    'status=deadline_passed_no_verified_report&q=atlas',
    'status=met,met_late,deadline_passed_verified_figure,closed_not_met',
  ])(
    'lead to exactly their rows (%s)',
    async (query) => {
      const figures = figuresIn(await summary(query));
      expect(figures.length).toBeGreaterThan(20);
      expect(await figuresThatDiffer(api, figures)).toEqual([]);
    },
    300_000,
  );

  it.each(['', 'region=MA-06', 'sector=CRM', 'kind=jobs', 'status=met,met_late,cancelled,waived'])(
    'of progress lead to exactly their rows (%s)',
    async (query) => {
      const figures = figuresIn(await progressOf(query));
      expect(figures.length).toBeGreaterThan(30);
      expect(await figuresThatDiffer(api, figures)).toEqual([]);
    },
    300_000,
  );

  it('of progress are parts of a whole, whatever is asked for', async () => {
    for (const query of ['', 'sector=KPO', 'kind=jobs&region=MA-06']) {
      const { funnel, closeOut, delivered } = await progressOf(query);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      expect(sum(funnel.map(({ here }) => here.value))).toBe(funnel[0]?.reached.value);
      for (const { commitments, outcomes, kept } of closeOut) {
        const standing = outcomes.filter(({ status }) => status !== 'cancelled' && status !== 'waived');
        expect(sum(standing.map((one) => one.commitments.value))).toBe(commitments.value);
        expect(kept.denominator.value).toBeLessThanOrEqual(commitments.value);
      }
      for (const { accepted, bands } of delivered) {
        expect(sum(bands.map((band) => band.accepted.value ?? 0))).toBeCloseTo(accepted.value ?? 0, 2);
      }
    }
    const accepted = figuresIn(await progressOf()).filter(({ measure }) => measure === 'accepted');
    expect(accepted.filter(({ value }) => value !== null).length).toBeGreaterThan(3);
    expect(accepted.some(({ absence }) => absence === 'none_recorded')).toBe(true);
    expect(JSON.stringify(await progressOf())).not.toMatch(/overdue|closed_partial|closed_unknown|at_risk/);
    await expect(
      api.http('GET', '/public/commitments?stage=hearsay', { anonymous: true }),
    ).resolves.toMatchObject({ status: 422, body: { errors: [{ field: 'stage', code: 'not_a_choice' }] } });
    await expect(
      api.http('GET', '/public/commitments?band=hearsay', { anonymous: true }),
    ).resolves.toMatchObject({ status: 422, body: { errors: [{ field: 'band', code: 'not_a_choice' }] } });
  });

  it('part what is published without loss, and count nothing else', async () => {
    const { agreements, coverage, statuses, byRegion, bySector, byDeadlineYear } = (await summary()) as {
      agreements: { value: number };
      coverage: Record<string, { value: number }>;
      statuses: { status: string; commitments: { value: number } }[];
    } & Record<'byRegion' | 'bySector' | 'byDeadlineYear', { commitments: { value: number } }[]>;
    const published = 'agreement a WHERE a.published';
    expect(agreements.value).toBe(await counted(published));
    const { commitments, ...parts } = coverage;
    const whole = await counted(`commitment c WHERE c.agreement_id IN (SELECT id FROM ${published})`);
    expect(commitments?.value).toBe(whole);
    expect(Object.entries(parts).filter(([, { value }]) => value === 0)).toEqual([]);
    const sum = (values: readonly { value: number }[]) =>
      values.reduce((total, { value }) => total + value, 0);
    expect(sum(Object.values(parts))).toBe(whole);
    for (const groups of [statuses, byRegion, bySector, byDeadlineYear]) {
      expect(sum(groups.map((group) => group.commitments))).toBe(whole);
    }
    expect(statuses.filter((one) => one.commitments.value === 0)).toEqual([]);
  });

  it('give each promise the status by which it is found', async () => {
    const { statuses } = (await summary()) as {
      statuses: { status: string; commitments: { rows: string } }[];
    };
    for (const { status, commitments } of statuses) {
      const { body } = await api.http<{ items: { status: string }[] }>(
        'GET',
        `${commitments.rows}&limit=100`,
        {
          anonymous: true,
        },
      );
      expect([...new Set(body.items.map((item) => item.status))]).toEqual([status]);
    }
  });
});
