import { MigrationInterface, QueryRunner } from 'typeorm';

/** Positions in a line without circles, and lists of accounts by name. */
export class People1764000000013 implements MigrationInterface {
  name = 'People1764000000013';

  async up(db: QueryRunner): Promise<void> {
    // Two changes that close a circle only together wait for each other: the lock is the application's too.
    await db.query(`
      CREATE FUNCTION refuse_circle_of_superiors() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_advisory_xact_lock(${0x737570});
          IF EXISTS (
            WITH RECURSIVE line AS (
              SELECT superior_id FROM "position" WHERE id = NEW.id
              UNION SELECT p.superior_id FROM "position" p JOIN line ON p.id = line.superior_id
            ) SELECT FROM line WHERE superior_id = NEW.id
          ) THEN
            RAISE EXCEPTION 'a position stands above itself'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'position_without_circle', TABLE = 'position';
          END IF;
          RETURN NULL;
        END
      $$;
      CREATE TRIGGER position_without_circle AFTER INSERT OR UPDATE OF superior_id ON "position"
        FOR EACH ROW WHEN (NEW.superior_id IS NOT NULL) EXECUTE FUNCTION refuse_circle_of_superiors();

      CREATE INDEX position_by_superior ON "position" (superior_id) WHERE superior_id IS NOT NULL;
      CREATE INDEX position_by_delegate ON "position" (delegate_account_id) WHERE delegate_account_id IS NOT NULL;
      CREATE INDEX account_by_name ON account ((fold_text(coalesce(name, email))), id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX account_by_name, position_by_delegate, position_by_superior;
      DROP TRIGGER position_without_circle ON "position";
      DROP FUNCTION refuse_circle_of_superiors;
    `);
  }
}
