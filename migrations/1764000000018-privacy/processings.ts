export interface Text {
  ar: string;
  fr: string;
  en: string;
}

export interface SeededProcessing {
  code: string;
  purpose: Text;
  legal_basis: Text;
  categories: Text;
  persons: Text;
  recipients: Text;
  retention_days: number | null;
  retention_note: Text;
}

export const RESPONSIBLE: Text = {
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
export const PROCESSINGS: readonly SeededProcessing[] = [
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
      ar: 'إبقاء الشخص داخل السجل بعد دخوله، وتمكينه من رؤية جلساته ورموزه وإنهائها، وإرسال روابط تستعمل مرة واحدة',
      fr: 'Garder ouverte la session d’une personne, lui montrer ses sessions et ses jetons pour qu’elle y mette fin, envoyer des liens à usage unique',
      en: 'To keep a person signed in, to show people their sessions and tokens so that they can end them, to send single-use links',
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
      ar: 'ابتداء من انتهاء الجلسة أو الرمز أو الرابط',
      fr: 'À compter de la fin de la session, du jeton ou du lien',
      en: 'From the end of the session, the token or the link',
    },
  },
  {
    code: 'invitations',
    purpose: {
      ar: 'دعوة الموظفين وممثلي الهيئات إلى السجل، وإثبات من دعاهم وبأي تفويض',
      fr: 'Inviter agents et représentants d’organismes dans le registre, et prouver qui les invita et sous quel mandat',
      en: 'To invite staff and representatives of organisations, and to prove who invited them and under which mandate',
    },
    legal_basis: PUBLIC_INTEREST,
    categories: {
      ar: 'الاسم، الصفة، البريد الإلكتروني المهني، سند التفويض',
      fr: 'Nom, fonction, adresse électronique professionnelle, pièce du mandat',
      en: 'Name, office, work e-mail address, the document of the mandate',
    },
    persons: {
      ar: 'من تتم دعوتهم',
      fr: 'Les personnes invitées',
      en: 'The people who are invited',
    },
    recipients: {
      ar: 'من يدعو ومن يؤكد ومن يراقب',
      fr: 'Qui invite, qui confirme et qui contrôle',
      en: 'Those who invite, confirm and audit',
    },
    retention_days: 365,
    retention_note: {
      ar: 'ابتداء من نهاية صلاحية الدعوة؛ ويبقى بعدها من دعا ومن أكد',
      fr: 'À compter de l’échéance de l’invitation ; restent ensuite qui invita et qui confirma',
      en: 'From the day the invitation ran out; what stays is who invited and who confirmed',
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
