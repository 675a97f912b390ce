import { MigrationInterface, QueryRunner } from 'typeorm';

/** How many requests came in a minute, for all processes of the api together; nothing here outlives its minute. */
export class RequestCounts1764000000017 implements MigrationInterface {
  name = 'RequestCounts1764000000017';

  async up(db: QueryRunner): Promise<void> {
    // UNLOGGED: losing a minute's counts in a crash costs nothing, and counting must not wait for the disk. The key
    // is a digest that changes with the minute; room on each page lets counting up stay on it.
    await db.query(`
      CREATE UNLOGGED TABLE request_count (
        minute integer NOT NULL,
        key text NOT NULL CHECK (length(key) = 22),
        requests integer NOT NULL CHECK (requests > 0),
        PRIMARY KEY (minute, key)
      ) WITH (fillfactor = 50);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE request_count;');
  }
}
