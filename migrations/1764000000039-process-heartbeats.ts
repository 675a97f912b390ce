import { MigrationInterface, QueryRunner } from 'typeorm';

/** Which processes of the register run, on whichever machine. */
export class ProcessHeartbeats1764000000039 implements MigrationInterface {
  name = 'ProcessHeartbeats1764000000039';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE process_heartbeat (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('api', 'worker')),
        host text NOT NULL,
        version text NOT NULL,
        node_version text NOT NULL,
        started_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL CHECK (seen_at >= started_at)
      );
      COMMENT ON TABLE process_heartbeat IS 'in real time, also where business time is a training clock''s';
      CREATE INDEX process_heartbeat_by_age ON process_heartbeat (seen_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE process_heartbeat;');
  }
}
