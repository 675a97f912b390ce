import { MigrationInterface, QueryRunner } from 'typeorm';

/** When files that name people go; `left` where nobody decides about their report. */
const NOTES = {
  before: {
    ar: 'ابتداء من القرار بشأن التقرير، وبعد انقضاء أجل التظلم؛ تبقى البصمة والملخص',
    fr: 'À compter de la décision sur le rapport et une fois passé le délai d’appel ; restent l’empreinte et l’extrait',
    en: 'From the decision on the report, once the time for an appeal is over; the digest and the extract stay',
  },
  after: {
    ar: 'ابتداء من القرار بشأن التقرير، وبعد انقضاء أجل التظلم؛ وإذا لم يُتخذ قرار (مسودة متروكة، تقرير معاد، نزاع) فبعد 180 يوما دون أي خطوة؛ تبقى البصمة والملخص ويُمحى اسم الملف',
    fr: 'À compter de la décision sur le rapport et une fois passé le délai d’appel ; sans décision (brouillon délaissé, rapport renvoyé, contestation), après 180 jours sans étape ; restent l’empreinte et l’extrait, le nom du fichier est effacé',
    en: 'From the decision on the report, once the time for an appeal is over; without a decision (a draft that was left, a report that was returned, a dispute) after 180 days without a step; the digest and the extract stay, the name of the file is erased',
  },
} as const;

const keepEvidence = (erased: string): string => `
  CREATE OR REPLACE FUNCTION keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' OR to_jsonb(NEW) - '{withdrawn_on,erased_on,stored_sha256,file_name}'::text[]
         <> to_jsonb(OLD) - '{withdrawn_on,erased_on,stored_sha256,file_name}'::text[]
      OR (OLD.withdrawn_on IS NOT NULL AND NEW.withdrawn_on IS DISTINCT FROM OLD.withdrawn_on)
      OR (NEW.file_name <> OLD.file_name ${erased})
      OR OLD.erased_on IS NOT NULL THEN
      RAISE EXCEPTION 'evidence is withdrawn or erased once and never changed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END $$;`;

/** What a file was called goes with it, and files go of whose report nothing is heard. */
export class LeftEvidence1764000000048 implements MigrationInterface {
  name = 'LeftEvidence1764000000048';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE report_evidence DISABLE TRIGGER report_evidence_kept;
      UPDATE report_evidence SET file_name = left(sha256, 12) WHERE erased_on IS NOT NULL;
      ALTER TABLE report_evidence ENABLE TRIGGER report_evidence_kept;
      ALTER TABLE report_evidence ADD CONSTRAINT report_evidence_name_erased
        CHECK (erased_on IS NULL OR file_name = left(sha256, 12));
    `);
    await db.query(keepEvidence('AND NEW.erased_on IS NULL'));
    await this.note(db, NOTES.after);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.note(db, NOTES.before);
    await db.query(keepEvidence(''));
    await db.query('ALTER TABLE report_evidence DROP CONSTRAINT report_evidence_name_erased');
  }

  private async note(db: QueryRunner, note: Readonly<Record<'ar' | 'fr' | 'en', string>>) {
    await db.query(`UPDATE processing SET retention_note = $1 WHERE code = 'nominative_evidence'`, [note]);
  }
}
