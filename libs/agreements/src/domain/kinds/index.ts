import { CommitmentKindDefinition } from './kind';

export * from './kind';

/** The kinds of promise found in the papers. Adding one here makes the compiler ask for its definition. */
export const COMMITMENT_KINDS = [
  'jobs',
  'training',
  'grants',
  'placement_rate',
  'investment',
  'export_revenue',
  'turnover',
  'facility',
  'connectivity',
  'cooperation',
  'digitisation',
  'public_support',
] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

/** What each kind of promise is called and how it may be measured. */
export const COMMITMENT_KIND_DEFINITIONS: Readonly<Record<CommitmentKind, CommitmentKindDefinition>> = {
  jobs: {
    names: { ar: 'مناصب الشغل', fr: 'Emplois', en: 'Jobs' },
    measures: ['quantity'],
    units: ['jobs'],
  },
  training: {
    names: { ar: 'التكوين', fr: 'Formation', en: 'Training' },
    measures: ['quantity', 'completion', 'ongoing'],
    units: ['trainees', 'places'],
  },
  grants: {
    names: { ar: 'المنح', fr: 'Bourses', en: 'Grants' },
    measures: ['quantity'],
    units: ['grants'],
  },
  placement_rate: {
    names: { ar: 'نسبة الإدماج', fr: "Taux d'insertion", en: 'Placement rate' },
    measures: ['quantity'],
    units: ['percent'],
  },
  investment: {
    names: { ar: 'الاستثمار', fr: 'Investissement', en: 'Investment' },
    measures: ['quantity'],
    units: ['money'],
  },
  export_revenue: {
    names: { ar: 'عائدات التصدير', fr: "Chiffre d'affaires à l'export", en: 'Export revenue' },
    measures: ['quantity'],
    units: ['money'],
  },
  turnover: {
    names: { ar: 'رقم المعاملات', fr: "Chiffre d'affaires", en: 'Turnover' },
    measures: ['quantity'],
    units: ['money'],
  },
  facility: {
    names: { ar: 'مرفق', fr: 'Site ou équipement', en: 'Site or facility' },
    measures: ['completion', 'ongoing', 'quantity'],
    units: ['places'],
  },
  connectivity: {
    names: { ar: 'الربط والتغطية', fr: 'Connectivité et couverture', en: 'Connectivity and coverage' },
    measures: ['completion', 'ongoing'],
    units: [],
  },
  cooperation: {
    names: { ar: 'التعاون', fr: 'Coopération', en: 'Cooperation' },
    measures: ['completion', 'ongoing'],
    units: [],
  },
  digitisation: {
    names: { ar: 'الرقمنة', fr: 'Numérisation', en: 'Digitisation' },
    measures: ['completion', 'ongoing'],
    units: [],
  },
  public_support: {
    names: { ar: 'دعم الدولة', fr: "Appui de l'État", en: 'Public support' },
    measures: ['quantity', 'completion', 'ongoing'],
    units: ['money'],
  },
};
