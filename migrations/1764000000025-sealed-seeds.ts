import { MigrationInterface, QueryRunner } from 'typeorm';

/** Seeds of second factors are sealed by the application; those from before are sealed when they are next used. */
export class SealedSeeds1764000000025 implements MigrationInterface {
  name = 'SealedSeeds1764000000025';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE second_factor
        DROP CONSTRAINT second_factor_secret_check,
        ADD CONSTRAINT second_factor_secret_check CHECK (length(secret) IN (20, 53));
      COMMENT ON COLUMN second_factor.secret IS 'form, name of the key, nonce, AES-256-GCM and tag; 20 bytes: a seed from before, as it is';
    `);
  }

  /** What is sealed cannot be opened here: its holders enrol again. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM second_factor WHERE length(secret) <> 20;
      ALTER TABLE second_factor
        DROP CONSTRAINT second_factor_secret_check,
        ADD CONSTRAINT second_factor_secret_check CHECK (length(secret) = 20);
      COMMENT ON COLUMN second_factor.secret IS NULL;
    `);
  }
}
