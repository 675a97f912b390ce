import { actsIn } from '../acting.sql';

/** Whether somebody may attest for an organisation. */
const isRepresented = (organisation: string): string => `EXISTS (
  SELECT FROM role_grant g JOIN account h ON h.id = g.account_id AND h.active
   WHERE g.role = 'investor_representative' AND g.organisation_id = ${organisation})`;

/**
 * One notification for each recipient of what fell due in this run, and one outbox row for each mail. When one
 * agreement is planned, because something of it changed, whoever has become a recipient of what is still to be sent
 * is added. Whoever owes a promise is told through the contacts of its organisation, and where it has none through
 * those who may attest for it. A position reaches its holder and, while a delegation runs, the delegate too. Who cannot be reached is
 * recorded with the reason; what reaches nobody is served all the same, and says so. More than `:mostSingleMails`
 * late messages for one recipient become one mail; so do all findings of a night, and everything for one opening of the
 * sending hours that is not told at once: the first leads, the others follow it and have no outbox row of their own.
 * Whoever locks a mail that waits for that opening keeps it waiting, so that nothing follows one that has gone.
 */
export const NOTIFY = (newId: string): string => `
WITH reader AS MATERIALIZED (
  SELECT p.id AS position_id, ARRAY(SELECT a.id FROM account a WHERE ${actsIn('a', 'p')}) AS accounts
    FROM "position" p
), fresh AS (
  SELECT o.id AS occurrence_id, o.subject_id, o.rule, o.threshold, o.deadline_date, o.catch_up, o.digest, o.addressed_to,
         coalesce(rep.on_behalf, false) AS on_behalf, dr.id AS draft_id, dr.drafted_by,
         own.id AS owner_id, own.superior_id,
         CASE WHEN 'owner' = ANY (o.addressed_to) THEN owner.accounts ELSE '{}' END AS owner_accounts,
         coalesce(p.id, every.party_id) AS party_id,
         coalesce(asked.merged_into, rep.organisation_id, p.organisation_id, every.organisation_id) AS organisation_id,
         coalesce(every.nth, 1) AS nth
    FROM alert_occurrence o
    JOIN agreement a ON a.id = o.agreement_id
    JOIN "position" own ON own.id = a.owner_position_id
    JOIN reader owner ON owner.position_id = own.id
    LEFT JOIN milestone m ON m.id = o.subject_id
    LEFT JOIN report rep ON rep.id = o.subject_id
    LEFT JOIN agreement_draft dr ON dr.id = o.subject_id
    LEFT JOIN organisation asked ON asked.id = rep.organisation_id
    LEFT JOIN commitment c ON c.id = coalesce(m.commitment_id, rep.commitment_id, o.subject_id)
    LEFT JOIN party p ON p.id = c.obligor_party_id
    LEFT JOIN LATERAL (
      SELECT min(owing.id::text)::uuid AS party_id, owing.organisation_id, row_number() OVER (ORDER BY min(owing.rank)) AS nth
        FROM party owing
       WHERE o.subject_type = 'agreement' AND owing.agreement_id = o.agreement_id
         AND owing.id IN (SELECT obligor_party_id FROM commitment WHERE agreement_id = o.agreement_id)
       GROUP BY owing.organisation_id, CASE WHEN owing.organisation_id IS NULL THEN owing.id END
    ) AS every ON o.subject_type = 'agreement'
   WHERE o.state = 'due'
     AND CASE WHEN :agreementId::uuid IS NULL THEN o.planned_on = :today AND o.planned_at = :at
              ELSE o.agreement_id = :agreementId END
), reached AS (
  SELECT f.*, NOT EXISTS (SELECT FROM personal_value v
                           WHERE v.kind = 'contact' AND v.organisation_id = f.organisation_id)
              AND ${isRepresented('f.organisation_id')} AS by_representatives
    FROM fresh f
), addressed AS (
  SELECT f.*, target.*,
         CASE
           WHEN target.party = 'not_stated' THEN 'obligor_not_stated'
           WHEN target.party IS NOT NULL THEN 'obligor_not_named'
           WHEN target.organisation IS NOT NULL THEN CASE WHEN NOT EXISTS (
             SELECT FROM personal_value v WHERE v.kind = 'contact' AND v.organisation_id = target.organisation)
             THEN 'no_address' END
           WHEN target.represented IS NOT NULL THEN
             CASE WHEN NOT ${isRepresented('target.represented')} THEN 'nobody_represents' END
           WHEN target.draft IS NOT NULL THEN CASE WHEN NOT EXISTS (
             SELECT FROM account h WHERE h.active AND 'account:' || h.id = ANY (f.drafted_by)) THEN 'nobody_drafts' END
           WHEN target.position IS NOT NULL THEN
             CASE WHEN cardinality(held.accounts) = 0 THEN 'no_holder'
                  WHEN target.position <> f.owner_id AND held.accounts <@ f.owner_accounts
                  THEN 'told_as_owner' END
           WHEN NOT EXISTS (SELECT FROM role_grant r JOIN account h ON h.id = r.account_id AND h.active WHERE r.role = target.role) THEN 'nobody_holds_role'
           WHEN NOT EXISTS (SELECT FROM role_grant r JOIN account h ON h.id = r.account_id AND h.active
                             WHERE r.role = target.role AND r.account_id <> ALL (f.owner_accounts))
             THEN 'told_as_owner'
         END AS reason,
         coalesce('position:' || target.position, 'organisation:' || target.organisation,
                  'representatives:' || target.represented, 'drafters:' || target.draft, 'party:' || target.party,
                  'role:' || target.role) AS recipient
    FROM reached f
    CROSS JOIN LATERAL unnest(f.addressed_to) AS who(addressee)
    CROSS JOIN LATERAL (SELECT
      CASE who.addressee WHEN 'owner' THEN f.owner_id WHEN 'head_of_unit' THEN f.superior_id
                         WHEN 'submitter' THEN CASE WHEN f.on_behalf THEN f.owner_id END END AS position,
      CASE who.addressee WHEN 'representatives' THEN f.organisation_id
                         WHEN 'obligor' THEN CASE WHEN f.by_representatives THEN f.organisation_id END
                         WHEN 'submitter' THEN CASE WHEN NOT f.on_behalf THEN f.organisation_id END END AS represented,
      CASE who.addressee WHEN 'drafter' THEN f.draft_id END AS draft,
      CASE WHEN who.addressee = 'obligor' AND NOT f.by_representatives THEN f.organisation_id END AS organisation,
      CASE WHEN who.addressee = 'obligor' AND f.organisation_id IS NULL
           THEN coalesce(f.party_id::text, 'not_stated') END AS party,
      CASE WHEN who.addressee = 'verifier' THEN 'verifier'
           WHEN who.addressee = 'director' THEN 'director'
           WHEN who.addressee IN ('admin', 'legal') THEN who.addressee
           WHEN who.addressee = 'head_of_unit' AND f.superior_id IS NULL AND NOT 'director' = ANY (f.addressed_to)
           THEN 'director' END AS role) AS target
    LEFT JOIN reader held ON held.position_id = target.position
   WHERE num_nonnulls(target.position, target.organisation, target.represented, target.draft, target.party, target.role) = 1
     AND (f.nth = 1 OR who.addressee = 'obligor')
), told AS MATERIALIZED (
  SELECT DISTINCT ON (a.occurrence_id, a.recipient) a.*, ${newId} AS id,
         CASE WHEN a.reason IS NOT NULL THEN NULL WHEN a.rule = 'impossible_data' THEN 'findings'
              WHEN a.digest THEN 'digest' WHEN a.catch_up THEN 'late' END AS gathering
    FROM addressed a
   WHERE NOT EXISTS (SELECT FROM alert_notification n
                      WHERE n.occurrence_id = a.occurrence_id AND n.recipient = a.recipient)
   ORDER BY a.occurrence_id, a.recipient
), waiting AS MATERIALIZED (
  SELECT n.id, n.recipient FROM alert_notification n
   WHERE n.digest AND n.state = 'queued' AND n.lead_id IS NULL AND n.send_after = :digestAt
     AND n.recipient IN (SELECT recipient FROM told WHERE gathering = 'digest')
   FOR NO KEY UPDATE SKIP LOCKED
), bundled AS (
  SELECT t.*, CASE WHEN gathering IS NOT NULL
                    AND count(*) OVER mail > CASE gathering WHEN 'late' THEN :mostSingleMails::int ELSE 1 END
                   THEN first_value(id) OVER (mail ORDER BY deadline_date, subject_id, threshold) END AS first_id,
         CASE WHEN gathering = 'digest' THEN (
           SELECT min(w.id::text)::uuid FROM waiting w WHERE w.recipient = t.recipient) END AS waiting_id
    FROM told t
  WINDOW mail AS (PARTITION BY recipient, gathering)
), queued AS (
  INSERT INTO alert_notification AS n (id, occurrence_id, ledger_key, recipient, channel, state, reason, lead_id, digest,
         send_after)
  SELECT id, occurrence_id,
         concat_ws('|', subject_id, rule, threshold, coalesce(deadline_date::text, 'none'), recipient, 'mail'),
         recipient, 'mail', CASE WHEN reason IS NULL THEN 'queued' ELSE 'suppressed' END, reason,
         coalesce(waiting_id, nullif(first_id, id)), digest, CASE WHEN digest THEN :digestAt ELSE :sendAfter END
    FROM bundled
  RETURNING n.id, n.state, n.lead_id, n.send_after
), handed_over AS (
  INSERT INTO outbox (id, job, payload, available_at)
  SELECT ${newId}, :job, jsonb_build_object('notificationId', id), send_after
    FROM queued WHERE state = 'queued' AND lead_id IS NULL
), reaching_nobody AS (
  UPDATE alert_occurrence o SET state = 'suppressed', reason = 'nobody_reachable'
    FROM (SELECT occurrence_id FROM addressed GROUP BY occurrence_id HAVING bool_and(reason IS NOT NULL)) AS silent
   WHERE o.id = silent.occurrence_id
)
SELECT count(*)::int AS count FROM queued`;
