import type { SqlConnection } from './generated-register';

/** A number below `bound` that follows from a row and looks like chance; the same in every run. */
const chance = (salt: string, bound: number) =>
  `(abs(hashtextextended(c.id::text || ${salt}, 7)) % ${bound})::int`;

/**
 * Reports what nobody delivered about the promises of a generated register: up to eight values each until a day, some that reach the target or fall, some stages, claims that wait and obstacles. Every
 * third promise stays unreported where `everyOne` is not asked for.
 */
export async function generateDeliveries(
  db: SqlConnection,
  today: string,
  { everyOne = false, most = 8 }: { readonly everyOne?: boolean; readonly most?: number } = {},
): Promise<void> {
  const reports = `
    SELECT c.id AS commitment_id, c.agreement_id, p.organisation_id, least($1::date - 90 * n, CASE WHEN n = 0 THEN c.last_day END) AS as_of, n,
           CASE c.measure WHEN 'completion' THEN ${chance("'s' || n::text", 4)}
             ELSE trunc(coalesce(c.value, 100) * ${chance("'v'", 30)} / 20.0 * CASE n WHEN 0 THEN 2 ELSE (8 - n) / 8.0 END
                        * (1 + ${chance("'w' || n::text", 20)} / 100.0)) END AS value,
           n = 0 AND ${chance("'p'", 3)} = 0 AS waits, ${chance("'b'", 12)} = 0 AS blocked
      FROM commitment c
      JOIN party p ON p.agreement_id = c.agreement_id AND p.id = c.obligor_party_id AND p.organisation_id IS NOT NULL
      CROSS JOIN LATERAL generate_series(0, ${chance("'n'", most)}) AS n
     WHERE ${everyOne ? 'true' : `${chance("'r'", 3)} > 0`}`;
  await db.query(
    `INSERT INTO report (id, agreement_id, commitment_id, organisation_id, period_until, state, content, written_by,
                         submitted_by, submitted_on, as_of, claimed_value, accepted_value, decided_by, decided_on,
                         waiting_since, recorded_on)
     SELECT gen_random_uuid(), agreement_id, commitment_id, organisation_id, as_of,
            CASE WHEN waits THEN 'submitted' ELSE 'accepted' END,
            CASE WHEN blocked THEN '{"obstacles": [{"kind": "state_duty", "text": "a fictional permit", "commitmentId": null}]}'
                 ELSE '{}' END::jsonb,
            '{system:test}', 'system:test', as_of, as_of, value, CASE WHEN NOT waits THEN value END,
            CASE WHEN NOT waits THEN 'system:verifier' END, CASE WHEN NOT waits THEN as_of END,
            CASE WHEN waits THEN as_of END, as_of
       FROM (${reports}) AS r
     ON CONFLICT DO NOTHING`,
    [today],
  );
  await db.query(
    `INSERT INTO accepted_observation (id, agreement_id, commitment_id, report_id, as_of, value, rank, recorded_on)
     SELECT gen_random_uuid(), agreement_id, commitment_id, id, as_of, accepted_value, 'company_document', as_of
       FROM report WHERE state = 'accepted'`,
  );
}
