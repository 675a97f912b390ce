import { MigrationInterface, QueryRunner } from 'typeorm';

const TITLES = {
  ar: 'title_ar, title_fr, title_en',
  fr: 'title_fr, title_en, title_ar',
  en: 'title_en, title_fr, title_ar',
};

/** Orders in which tables are read: titles in each language, and what has no date last either way. */
export class Reading1764000000035 implements MigrationInterface {
  name = 'Reading1764000000035';

  async up(db: QueryRunner): Promise<void> {
    for (const [language, titles] of Object.entries(TITLES)) {
      await db.query(
        `CREATE INDEX agreement_by_title_${language} ON agreement ((fold_text(coalesce(${titles}, ''))), id)`,
      );
    }
    await db.query(`
      CREATE INDEX agreement_by_signing_back ON agreement ((coalesce(signed_last_day, '-infinity'::date)), id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP INDEX agreement_by_title_ar, agreement_by_title_fr, agreement_by_title_en, agreement_by_signing_back',
    );
  }
}
