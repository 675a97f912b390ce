import { runMigrations } from 'bullmq';
import { Client, escapeIdentifier } from 'pg';
import { DataSource } from 'typeorm';
import { QUEUE_NAME } from '../queue/queue-name';
import { dataSourceOptions } from './data-source';
import { secureRows } from './row-security';

/** Spells "mith" in ASCII: the advisory lock under which one process migrates at a time. */
const MIGRATION_LOCK = 0x6d697468;

export interface MigrationRequest {
  /** Connection of the role that owns the schema. */
  readonly ownerUrl: string;
  /** Connection of the application's role, which receives its rights here and never any DDL. */
  readonly appUrl: string;
  readonly log: (line: string) => void;
}

/** Brings the schema, the queue's schema and the application's rights to the version of this code. */
export async function migrate({ ownerUrl, appUrl, log }: MigrationRequest): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, options: '-c TimeZone=UTC' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runSchemaMigrations(ownerUrl, log);
    await runMigrations(client, 'bullmq');
    await beginQueue(client);
    const appRole = decodeURIComponent(new URL(appUrl).username);
    await grantRights(client, appRole);
    await secureRows(client, appRole, log);
  } finally {
    await client.end();
  }
}

async function runSchemaMigrations(ownerUrl: string, log: (line: string) => void): Promise<void> {
  const dataSource = new DataSource({ ...dataSourceOptions(ownerUrl), poolSize: 2 });
  await dataSource.initialize();
  try {
    const done = await dataSource.runMigrations();
    for (const migration of done) log(`migrated: ${migration.name}`);
  } finally {
    await dataSource.destroy();
  }
}

/** The queue makes its number sequence with its first job; the owner does it here, for the application may not. */
async function beginQueue(client: Client): Promise<void> {
  await client.query(`
    SET search_path = bullmq;
    SELECT next_job_id('${QUEUE_NAME}') WHERE to_regclass(job_id_seq_name('${QUEUE_NAME}')) IS NULL;
    RESET search_path;
  `);
}

/**
 * The application reads and writes rows; the audit trail with its chain, the versions and the moves of deadlines
 * only grow; links and decisions end and are not removed; nobody but the owner changes the schema. The
 * queue's functions work in temporary tables.
 */
async function grantRights(client: Client, appRole: string): Promise<void> {
  const role = escapeIdentifier(appRole);
  await client.query(`
    DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO ${role}', current_database()); END $$;
    GRANT USAGE ON SCHEMA public, bullmq, past TO ${role};
    GRANT SELECT ON ALL TABLES IN SCHEMA past TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, bullmq TO ${role};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, bullmq TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO ${role};
    REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, audit_link, audit_checkpoint FROM ${role};
    REVOKE UPDATE ON audit_personal_value FROM ${role};
    REVOKE INSERT, UPDATE ON audit_unsealed FROM ${role};
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON schema_migration FROM ${role};
    REVOKE DELETE ON agreement, agreement_version, deadline_move FROM ${role};
    REVOKE UPDATE ON agreement_version, deadline_move FROM ${role};
    GRANT UPDATE (state) ON agreement_version TO ${role};
    REVOKE DELETE ON agreement_link, promise_link, contradiction_decision, duplicate_decision FROM ${role};
    REVOKE UPDATE ON agreement_link, promise_link, contradiction_decision, duplicate_decision FROM ${role};
    GRANT UPDATE (withdrawn_by, withdrawn_on, withdrawal_reason) ON agreement_link TO ${role};
    GRANT UPDATE (withdrawn_by, withdrawn_on, withdrawal_reason) ON promise_link TO ${role};
    GRANT UPDATE (ended_as, ended_by, ended_on, end_reason) ON contradiction_decision TO ${role};
    GRANT UPDATE (ended_as, ended_by, ended_on, end_reason) ON duplicate_decision TO ${role};
    REVOKE UPDATE, DELETE ON organisation_merge, person_merge FROM ${role};
    GRANT UPDATE (separated_by, separated_at, separation_reason) ON organisation_merge TO ${role};
    GRANT UPDATE (separated_by, separated_at, separation_reason) ON person_merge TO ${role};
    REVOKE DELETE ON agreement_draft, draft_step, draft_override, condition_precedent, suspension FROM ${role};
    REVOKE UPDATE ON draft_step, draft_save, draft_override FROM ${role};
    REVOKE UPDATE, DELETE ON commitment_decision, change_request FROM ${role};
    GRANT UPDATE (state, closed_by, closed_on, closing_reason, draft_id) ON change_request TO ${role};
    GRANT UPDATE (withdrawn_by, withdrawn_on, withdrawal_reason) ON commitment_decision TO ${role};
    REVOKE UPDATE, DELETE ON legal_step, successor_mapping, reopening_consent FROM ${role};
    REVOKE UPDATE, DELETE ON report_step, counting_rule, reporting_calendar FROM ${role};
    REVOKE DELETE ON report FROM ${role};
    REVOKE DELETE ON delivery_standing FROM ${role};
    REVOKE UPDATE, DELETE ON reply_notice FROM ${role};
    GRANT UPDATE (reply, replied_by, replied_on, on_behalf, mail_state, sent_on, replies_until) ON reply_notice TO ${role};
    REVOKE DELETE ON indicator_figure FROM ${role};
    REVOKE UPDATE, DELETE ON indicator_figure_correction FROM ${role};
    REVOKE UPDATE, DELETE ON report_evidence, accepted_observation FROM ${role};
    GRANT UPDATE (withdrawn_on, erased_on, stored_sha256, file_name) ON report_evidence TO ${role};
    GRANT UPDATE (superseded_on) ON accepted_observation TO ${role};
    GRANT UPDATE (ended_by, ended_on, end_reason) ON reporting_calendar TO ${role};
  `);
}
