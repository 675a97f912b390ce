import { MigrationInterface, QueryRunner } from 'typeorm';

interface Text {
  ar: string;
  fr: string;
  en: string;
}

/** What the register does with files that name employees. No receipt number is known before it has been declared. */
const NOMINATIVE_EVIDENCE: Readonly<Record<string, Text>> = {
  purpose: {
    ar: 'التحقق من رقم صرّح به صاحب التزام، حين لا تكفي وثيقة مجمَّعة',
    fr: 'Vérifier un chiffre déclaré par qui s’est engagé, lorsqu’un document agrégé ne suffit pas',
    en: 'To check a figure that whoever promised has reported, where an aggregated document does not suffice',
  },
  legal_basis: {
    ar: 'مهمة ذات مصلحة عامة: تتبع التزامات الاتفاقيات الموقعة مع الدولة (القانون 09-08، المادة 4)',
    fr: 'Mission d’intérêt public : suivre ce que promettent les accords signés avec l’État (loi 09-08, article 4)',
    en: 'A task of public interest: following what agreements signed with the State promise (law 09-08, article 4)',
  },
  categories: {
    ar: 'كشوف الأجور والتصريحات لدى الصندوق الوطني للضمان الاجتماعي التي تذكر أسماء أجراء',
    fr: 'États de paie et déclarations CNSS qui nomment des salariés',
    en: 'Payroll and CNSS statements that name employees',
  },
  persons: {
    ar: 'أجراء الهيئات التي التزمت بشيء',
    fr: 'Salariés des organismes qui se sont engagés',
    en: 'Employees of organisations that promised something',
  },
  recipients: {
    ar: 'المتحقق الذي يفحص التقرير وحده',
    fr: 'Le vérificateur qui examine le rapport, et lui seul',
    en: 'The verifier who examines the report, and nobody else',
  },
  responsible: {
    ar: 'الإدارة التي تمسك هذا السجل',
    fr: 'L’administration qui tient ce registre',
    en: 'The administration that keeps this register',
  },
  retention_note: {
    ar: 'ابتداء من القرار بشأن التقرير، وبعد انقضاء أجل التظلم؛ تبقى البصمة والملخص',
    fr: 'À compter de la décision sur le rapport et une fois passé le délai d’appel ; restent l’empreinte et l’extrait',
    en: 'From the decision on the report, once the time for an appeal is over; the digest and the extract stay',
  },
};

/** How long files that name people are kept. */
export class ErasureOfEvidence1764000000043 implements MigrationInterface {
  name = 'ErasureOfEvidence1764000000043';

  async up(db: QueryRunner): Promise<void> {
    const columns = Object.keys(NOMINATIVE_EVIDENCE);
    await db.query(
      `INSERT INTO processing (id, code, retention_days, ${columns.join(', ')})
       VALUES (gen_random_uuid(), 'nominative_evidence', 30, ${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(NOMINATIVE_EVIDENCE),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM processing WHERE code = 'nominative_evidence'`);
  }
}
