import { MigrationInterface, QueryRunner } from 'typeorm';

interface Text {
  ar: string;
  fr: string;
  en: string;
}

interface SeededProcessing {
  code: string;
  purpose: Text;
  legal_basis: Text;
  categories: Text;
  persons: Text;
  recipients: Text;
  retention_days: number | null;
  retention_note: Text;
}

const RESPONSIBLE: Text = {
  ar: 'الإدارة التي تمسك هذا السجل',
  fr: 'L’administration qui tient ce registre',
  en: 'The administration that keeps this register',
};

const PUBLIC_INTEREST: Text = {
  ar: 'مهمة ذات مصلحة عامة: تتبع التزامات الاتفاقيات الموقعة مع الدولة (القانون 09-08، المادة 4)',
  fr: 'Mission d’intérêt public : suivre ce que promettent les accords signés avec l’État (loi 09-08, article 4)',
  en: 'A task of public interest: following what agreements signed with the State promise (law 09-08, article 4)',
};

const SECURITY: Text = {
  ar: 'المصلحة المشروعة للمسؤول: أمن السجل وسرية المعطيات (القانون 09-08، المادتان 4 و23)',
  fr: 'Intérêt légitime du responsable : sécurité du registre et des données (loi 09-08, articles 4 et 23)',
  en: 'Legitimate interest of the responsible body: security of the register and its data (law 09-08, articles 4 and 23)',
};

/** What this software does with personal data. No receipt number is known before the responsible body has declared. */
const PROCESSINGS: SeededProcessing[] = [
  {
    code: 'accounts',
    purpose: {
      ar: 'تمكين من يمسكون السجل من الدخول إليه، ومعرفة من قام بماذا',
      fr: 'Permettre à celles et ceux qui tiennent le registre d’y entrer, et savoir qui a fait quoi',
      en: 'To let those who keep the register sign in, and to know who did what',
    },
    legal_basis: PUBLIC_INTEREST,
    categories: {
      ar: 'الاسم، البريد الإلكتروني المهني، اللغة، الأدوار، المناصب المشغولة',
      fr: 'Nom, adresse électronique professionnelle, langue, rôles, postes occupés',
      en: 'Name, work e-mail address, language, roles, positions held',
    },
    persons: {
      ar: 'موظفو الإدارة وممثلو الهيئات',
      fr: 'Agents de l’administration et représentants des organismes',
      en: 'Staff of the administration and representatives of organisations',
    },
    recipients: {
      ar: 'من يدبرون الحسابات ومن يراقبون السجل',
      fr: 'Qui administre les comptes et qui contrôle le registre',
      en: 'Those who administer accounts and those who audit the register',
    },
    retention_days: 730,
    retention_note: {
      ar: 'ابتداء من تعطيل الحساب',
      fr: 'À compter de la désactivation du compte',
      en: 'From the day on which the account was deactivated',
    },
  },
  {
    code: 'sessions',
    purpose: {
      ar: 'إبقاء الشخص داخل السجل بعد دخوله، وتمكينه من رؤية جلساته وإنهائها، وإرسال روابط تستعمل مرة واحدة',
      fr: 'Garder ouverte la session d’une personne, lui montrer ses sessions pour qu’elle les ferme, envoyer des liens à usage unique',
      en: 'To keep a person signed in, to show people their sessions so that they can end them, to send single-use links',
    },
    legal_basis: SECURITY,
    categories: {
      ar: 'تواريخ الدخول وآخر نشاط، الشبكة التي جاء منها الطلب دون العنوان الكامل، اسم المتصفح، بصمة الرابط',
      fr: 'Dates d’ouverture et de dernière activité, réseau d’origine sans l’adresse entière, nom du navigateur, empreinte du lien',
      en: 'Times of sign-in and last activity, the network without the full address, the name of the browser, the digest of a link',
    },
    persons: {
      ar: 'أصحاب الحسابات والمدعوون',
      fr: 'Titulaires de comptes et personnes invitées',
      en: 'Holders of accounts and people who were invited',
    },
    recipients: {
      ar: 'صاحب الحساب نفسه',
      fr: 'Le titulaire du compte',
      en: 'The holder of the account',
    },
    retention_days: 90,
    retention_note: {
      ar: 'ابتداء من انتهاء الجلسة أو الرابط',
      fr: 'À compter de la fin de la session ou du lien',
      en: 'From the end of the session or of the link',
    },
  },
  {
    code: 'sign_in_failures',
    purpose: {
      ar: 'إبطاء من يحاول تخمين كلمات السر',
      fr: 'Ralentir qui essaie de deviner des mots de passe',
      en: 'To slow down whoever guesses passwords',
    },
    legal_basis: SECURITY,
    categories: {
      ar: 'بصمة العنوان أو الحساب، عدد المحاولات الفاشلة ووقت آخرها',
      fr: 'Empreinte de l’adresse ou du compte, nombre d’échecs et instant du dernier',
      en: 'Digest of the address or the account, number of failures and time of the last',
    },
    persons: {
      ar: 'من حاول الدخول دون نجاح',
      fr: 'Qui a essayé d’entrer sans y parvenir',
      en: 'Whoever tried to sign in and failed',
    },
    recipients: { ar: 'لا أحد', fr: 'Personne', en: 'Nobody' },
    retention_days: 30,
    retention_note: {
      ar: 'ابتداء من آخر محاولة',
      fr: 'À compter du dernier essai',
      en: 'From the last attempt',
    },
  },
  {
    code: 'signatories',
    purpose: {
      ar: 'بيان من وقع الاتفاقيات وبأي صفة',
      fr: 'Dire qui a signé les accords, et en quelle qualité',
      en: 'To say who signed the agreements and in which capacity',
    },
    legal_basis: {
      ar: 'أعمال عمومية سبق نشرها: يوقعها مسؤولون بصفتهم، ويتيح القانون 31-13 الحق في الحصول على المعلومات المتعلقة بها',
      fr: 'Actes publics déjà publiés : des responsables les signent en leur qualité, et la loi 31-13 ouvre l’accès à l’information qui les concerne',
      en: 'Public acts that are already published: officials sign them in their capacity, and law 31-13 gives access to information about them',
    },
    categories: {
      ar: 'الاسم بمختلف كتاباته، الصفة عند التوقيع',
      fr: 'Nom dans ses différentes graphies, qualité à la signature',
      en: 'Name in its various spellings, capacity when signing',
    },
    persons: {
      ar: 'الموقعون على الاتفاقيات ومن وقعت بحضورهم',
      fr: 'Signataires des accords et personnes en présence desquelles ils furent signés',
      en: 'Signatories of agreements and those in whose presence they were signed',
    },
    recipients: {
      ar: 'كل من يقرأ السجل، والعموم بعد النشر',
      fr: 'Qui lit le registre et, après publication, le public',
      en: 'Whoever reads the register and, once published, the public',
    },
    retention_days: null,
    retention_note: {
      ar: 'دون أجل: العمل العمومي يحتفظ بموقعيه؛ والتعرض أو المحو يحتاج إلى قرار صريح',
      fr: 'Sans terme : un acte public garde ses signataires ; une opposition ou un effacement demande une décision expresse',
      en: 'Without end: a public act keeps its signatories; opposition or erasure takes an explicit decision',
    },
  },
  {
    code: 'reporting_contacts',
    purpose: {
      ar: 'الكتابة إلى الهيئات بشأن ما التزمت به',
      fr: 'Écrire aux organismes au sujet de ce qu’ils ont promis',
      en: 'To write to organisations about what they promised',
    },
    legal_basis: PUBLIC_INTEREST,
    categories: {
      ar: 'البريد الإلكتروني المهني ولغته، دون اسم',
      fr: 'Adresse électronique professionnelle et sa langue, sans nom',
      en: 'Work e-mail address and its language, without a name',
    },
    persons: {
      ar: 'من تعينهم الهيئات للتتبع',
      fr: 'Les personnes que les organismes désignent pour le suivi',
      en: 'The people whom organisations name for the follow-up',
    },
    recipients: {
      ar: 'موظفو الإدارة الذين يتتبعون الاتفاقيات',
      fr: 'Agents qui suivent les accords',
      en: 'Staff who follow the agreements',
    },
    retention_days: null,
    retention_note: {
      ar: 'ما دامت الهيئة ملتزمة بشيء؛ وكل عنوان يعوض يمحى في الحال',
      fr: 'Tant que l’organisme doit quelque chose ; une adresse remplacée est effacée aussitôt',
      en: 'As long as the organisation owes something; an address that is replaced is erased at once',
    },
  },
  {
    code: 'mails',
    purpose: {
      ar: 'إثبات من تم إخباره ومتى وبأي نص',
      fr: 'Prouver qui a été averti, quand et par quel texte',
      en: 'To prove who was told, when and in which words',
    },
    legal_basis: PUBLIC_INTEREST,
    categories: {
      ar: 'عناوين البريد الإلكتروني ونصوص الرسائل المرسلة',
      fr: 'Adresses électroniques et textes des messages envoyés',
      en: 'E-mail addresses and texts of the mails that were sent',
    },
    persons: {
      ar: 'أصحاب الحسابات ومخاطبو الهيئات',
      fr: 'Titulaires de comptes et contacts des organismes',
      en: 'Holders of accounts and contacts of organisations',
    },
    recipients: {
      ar: 'موظفو الإدارة؛ والرسائل التي تحمل رابطا للمدبرين وحدهم',
      fr: 'Agents de l’administration ; les messages qui portent un lien, aux seuls administrateurs',
      en: 'Staff; mails that carry a link, administrators only',
    },
    retention_days: 730,
    retention_note: {
      ar: 'ابتداء من الإرسال؛ ويبقى بعده أن رسالة أرسلت وعما أخبرت',
      fr: 'À compter de l’envoi ; reste ensuite qu’un message partit et ce qu’il annonçait',
      en: 'From the sending; what stays is that a mail went out and which alerts it told',
    },
  },
  {
    code: 'audit_trail',
    purpose: {
      ar: 'إثبات ما تم ومن قرأ المعطيات الشخصية',
      fr: 'Prouver ce qui a été fait et qui a lu des données personnelles',
      en: 'To prove what was done and who read personal data',
    },
    legal_basis: SECURITY,
    categories: {
      ar: 'معرف الحساب، العملية، الوقت، الشبكة دون العنوان الكامل؛ وتحفظ القيم الشخصية منفصلة وقابلة للمحو',
      fr: 'Identifiant du compte, opération, instant, réseau sans l’adresse entière ; les valeurs personnelles sont à part et effaçables',
      en: 'Identifier of the account, operation, time, network without the full address; personal values stand apart and can be erased',
    },
    persons: {
      ar: 'أصحاب الحسابات',
      fr: 'Titulaires de comptes',
      en: 'Holders of accounts',
    },
    recipients: { ar: 'المراقبون', fr: 'Les contrôleurs', en: 'Auditors' },
    retention_days: null,
    retention_note: {
      ar: 'دون أجل: إثبات تقطع منه قطعة لا يثبت شيئا؛ وبعد محو الحساب لا يدل المعرف على أحد',
      fr: 'Sans terme : une preuve amputée ne prouve rien ; le compte effacé, son identifiant ne désigne plus personne',
      en: 'Without end: a proof with a part cut out proves nothing; once the account is erased, its identifier names nobody',
    },
  },
  {
    code: 'data_requests',
    purpose: {
      ar: 'الجواب عن طلبات الولوج والتصحيح والتعرض والمحو، وإثبات الجواب',
      fr: 'Répondre aux demandes d’accès, de rectification, d’opposition et d’effacement, et prouver la réponse',
      en: 'To answer requests for access, rectification, opposition and erasure, and to prove the answer',
    },
    legal_basis: {
      ar: 'التزام قانوني: حقوق الشخص المعني (القانون 09-08، المواد 7 إلى 9)',
      fr: 'Obligation légale : droits de la personne concernée (loi 09-08, articles 7 à 9)',
      en: 'Legal obligation: rights of the person concerned (law 09-08, articles 7 to 9)',
    },
    categories: {
      ar: 'اسم صاحب الطلب ووسيلة الاتصال به، نص طلبه، كيفية التحقق من هويته دون نسخة من وثائقه',
      fr: 'Nom du demandeur et moyen de le joindre, ses mots, la manière dont son identité fut vérifiée, sans copie de ses papiers',
      en: 'Name of the requester and how to reach them, their words, how their identity was checked, without a copy of their papers',
    },
    persons: {
      ar: 'كل من يقدم طلبا، ولو دون حساب',
      fr: 'Toute personne qui fait une demande, même sans compte',
      en: 'Whoever makes a request, with or without an account',
    },
    recipients: {
      ar: 'من يسجل الطلبات ومن يبت فيها ومن يراقب',
      fr: 'Qui enregistre les demandes, qui en décide et qui contrôle',
      en: 'Those who record requests, decide them and audit them',
    },
    retention_days: 730,
    retention_note: {
      ar: 'ابتداء من إغلاق الطلب؛ ويبقى بعده النوع والتواريخ والقرار',
      fr: 'À compter de la clôture ; restent ensuite la nature, les dates et la décision',
      en: 'From the day it was closed; what stays is the kind, the dates and the decision',
    },
  },
];

const TEXT = `jsonb NOT NULL CHECK`;
const written = (column: string) =>
  `${column} ${TEXT} (jsonb_typeof(${column}) = 'object'
          AND coalesce(${column} ->> 'ar', ${column} ->> 'fr', ${column} ->> 'en') <> '')`;

/** The register of processings, requests of persons, what is erased when its time is over, and marks of what was. */
export class Privacy1764000000018 implements MigrationInterface {
  name = 'Privacy1764000000018';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE processing (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        code text CONSTRAINT processing_code_unique UNIQUE CHECK (code ~ '^[a-z_]+$'),
        ${['purpose', 'legal_basis', 'categories', 'persons', 'recipients', 'responsible', 'retention_note'].map(written).join(',\n        ')},
        retention_days integer CHECK (retention_days BETWEEN 1 AND 36525),
        cndp_receipt text CHECK (cndp_receipt <> ''),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON COLUMN processing.code IS 'what the retention job knows it by; none for a processing of the administration beside this software';
      COMMENT ON COLUMN processing.retention_note IS 'from which day the days count, or why there is no end';
      COMMENT ON COLUMN processing.cndp_receipt IS 'number of the receipt of the declaration; none while it is not declared';

      ALTER TABLE personal_value DROP CONSTRAINT personal_value_kind_check;
      ALTER TABLE personal_value ADD CONSTRAINT personal_value_kind_check
        CHECK (kind IN ('name', 'capacity', 'contact', 'requester_name', 'requester_contact', 'request_words'));
      ALTER TABLE person ADD COLUMN erased_at timestamptz;
      ALTER TABLE account ADD COLUMN deactivated_at timestamptz, ADD COLUMN erased_at timestamptz,
        ADD CHECK (erased_at IS NULL OR NOT active);
      CREATE INDEX account_left ON account (deactivated_at) WHERE deactivated_at IS NOT NULL AND erased_at IS NULL;

      ALTER TABLE sent_mail ADD COLUMN erased_at timestamptz;
      ALTER TABLE sent_mail DROP CONSTRAINT sent_mail_recipients_check;
      ALTER TABLE sent_mail ADD CONSTRAINT sent_mail_recipients_check
        CHECK ((cardinality(recipients) = 0) = (erased_at IS NOT NULL) AND (erased_at IS NULL OR body IS NULL));
      ALTER TABLE sent_mail DROP CONSTRAINT sent_mail_check;
      ALTER TABLE sent_mail ADD CONSTRAINT sent_mail_file_check
        CHECK ((transport = 'file' OR file IS NULL) AND (transport = 'smtp' OR file IS NOT NULL OR body IS NULL));
      CREATE INDEX sent_mail_recipients ON sent_mail USING gin (recipients);

      CREATE TABLE data_request (
        id uuid PRIMARY KEY,
        revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
        kind text NOT NULL CHECK (kind IN ('access', 'rectification', 'opposition', 'erasure')),
        name_value_id uuid REFERENCES personal_value (id) ON DELETE SET NULL,
        contact_value_id uuid REFERENCES personal_value (id) ON DELETE SET NULL,
        words_value_id uuid REFERENCES personal_value (id) ON DELETE SET NULL,
        received_on date NOT NULL,
        due_on date NOT NULL CHECK (due_on >= received_on),
        person_id uuid REFERENCES person (id),
        account_id uuid REFERENCES account (id),
        identity_check text CHECK (identity_check IN ('known_account', 'in_person', 'work_address', 'signed_letter',
          'mandate')),
        identity_checked_on date,
        decision text CHECK (decision IN ('granted', 'granted_in_part', 'refused')),
        decision_reason text CHECK (decision_reason <> ''),
        decided_by text,
        decided_on date,
        erases_public_names boolean NOT NULL DEFAULT false,
        closed_at timestamptz,
        erased_at timestamptz,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        CHECK (num_nonnulls(person_id, account_id) <= 1),
        CHECK (num_nulls(identity_check, identity_checked_on) IN (0, 2)),
        CHECK (num_nulls(decision, decided_by, decided_on) IN (0, 3)),
        CHECK (decision IS NULL OR decision = 'refused' OR identity_check IS NOT NULL),
        CHECK (decision IS NULL OR decision = 'granted' OR decision_reason IS NOT NULL),
        CHECK (NOT erases_public_names OR (kind = 'erasure' AND decision IN ('granted', 'granted_in_part')
          AND decision_reason IS NOT NULL)),
        CHECK (closed_at IS NULL OR decision IS NOT NULL),
        CHECK (decision IS DISTINCT FROM 'refused' OR closed_at IS NOT NULL),
        CHECK (erased_at IS NULL OR closed_at IS NOT NULL)
      );
      CREATE INDEX data_request_by_due_date ON data_request (due_on, id);
      CREATE INDEX data_request_closed ON data_request (closed_at) WHERE erased_at IS NULL;
      CREATE INDEX data_request_by_person ON data_request (person_id) WHERE person_id IS NOT NULL;
      CREATE INDEX data_request_by_account ON data_request (account_id) WHERE account_id IS NOT NULL;

      CREATE TABLE retention_run (
        id uuid PRIMARY KEY,
        ran_on date NOT NULL CONSTRAINT retention_run_daily UNIQUE,
        started_at timestamptz NOT NULL,
        finished_at timestamptz CHECK (finished_at >= started_at),
        erased jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(erased) = 'object')
      );
      COMMENT ON COLUMN retention_run.erased IS 'how much of each category; a run that was interrupted goes on counting';
    `);
    for (const { code, retention_days, ...texts } of PROCESSINGS) {
      const columns = Object.keys(texts);
      await db.query(
        `INSERT INTO processing (id, code, retention_days, responsible, ${columns.join(', ')})
         VALUES (gen_random_uuid(), $1, $2, $3, ${columns.map((_, index) => `$${index + 4}`).join(', ')})`,
        [code, retention_days, RESPONSIBLE, ...Object.values(texts)],
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE retention_run, data_request, processing;
      DELETE FROM personal_value WHERE kind NOT IN ('name', 'capacity', 'contact');
      ALTER TABLE personal_value DROP CONSTRAINT personal_value_kind_check;
      ALTER TABLE personal_value ADD CONSTRAINT personal_value_kind_check
        CHECK (kind IN ('name', 'capacity', 'contact'));
      ALTER TABLE person DROP COLUMN erased_at;
      ALTER TABLE account DROP COLUMN deactivated_at, DROP COLUMN erased_at;
      DELETE FROM sent_mail WHERE erased_at IS NOT NULL OR (transport = 'file' AND file IS NULL);
      DROP INDEX sent_mail_recipients;
      ALTER TABLE sent_mail DROP CONSTRAINT sent_mail_recipients_check, DROP CONSTRAINT sent_mail_file_check,
        DROP COLUMN erased_at, ADD CHECK (cardinality(recipients) > 0),
        ADD CHECK ((transport = 'file') = (file IS NOT NULL));
    `);
  }
}
