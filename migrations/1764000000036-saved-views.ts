import { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of lists that people keep for themselves. */
export class SavedViews1764000000036 implements MigrationInterface {
  name = 'SavedViews1764000000036';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE saved_view (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        list text NOT NULL CHECK (list ~ '^[a-z_]{1,40}$'),
        name text NOT NULL CHECK (name <> '' AND length(name) <= 80),
        query text NOT NULL CHECK (length(query) <= 2000),
        columns text[] NOT NULL CHECK (cardinality(columns) <= 40),
        rank integer NOT NULL CHECK (rank >= 0),
        is_default boolean NOT NULL,
        saved_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX saved_view_name ON saved_view (account_id, list, lower(name));
      CREATE UNIQUE INDEX saved_view_one_default ON saved_view (account_id, list) WHERE is_default;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE saved_view;');
  }
}
