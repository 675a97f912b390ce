import type { LocalizedText } from '@app/kernel';

/**
 * How strong the proof of a figure is, weakest first. `none` is an answer of its own: somebody said that there is no
 * evidence.
 */
export const EVIDENCE_RANKS = [
  'none',
  'self_declared',
  'company_document',
  'payroll_or_cnss',
  'zone_manager_or_ministry',
  'site_visit',
  'independent_audit',
] as const;
export type EvidenceRank = (typeof EVIDENCE_RANKS)[number];

/** The three bands in which totals are shown: whoever promised says so, its papers say so, somebody else saw it. */
export const EVIDENCE_BANDS = ['reported', 'documented', 'independently_verified'] as const;
export type EvidenceBand = (typeof EVIDENCE_BANDS)[number];

const BAND_OF: Readonly<Record<EvidenceRank, EvidenceBand>> = {
  none: 'reported',
  self_declared: 'reported',
  company_document: 'documented',
  payroll_or_cnss: 'documented',
  zone_manager_or_ministry: 'independently_verified',
  site_visit: 'independently_verified',
  independent_audit: 'independently_verified',
};

/** The band of totals to which a figure with this proof belongs. */
export function bandOf(rank: EvidenceRank): EvidenceBand {
  return BAND_OF[rank];
}

/** Negative when the first proof is weaker than the second, positive when it is stronger, 0 when they are one. */
export function compareRanks(one: EvidenceRank, other: EvidenceRank): number {
  return EVIDENCE_RANKS.indexOf(one) - EVIDENCE_RANKS.indexOf(other);
}

/** The strongest of some proofs, which is the rank of the figure they support; `none` of nothing. */
export function strongestOf(ranks: readonly EvidenceRank[]): EvidenceRank {
  return ranks.reduce((best, rank) => (compareRanks(rank, best) > 0 ? rank : best), 'none');
}

/** What each proof is called. */
export const EVIDENCE_RANK_NAMES: Readonly<Record<EvidenceRank, LocalizedText>> = {
  none: { ar: 'بدون وثيقة إثبات', fr: 'Aucune pièce justificative', en: 'No evidence' },
  self_declared: { ar: 'تصريح صاحب الالتزام', fr: "Déclaration de l'intéressé", en: 'Self-declared' },
  company_document: { ar: 'وثيقة من المقاولة', fr: "Document de l'entreprise", en: 'Company document' },
  payroll_or_cnss: {
    ar: 'كشف الأجور أو تصريح لدى الصندوق الوطني للضمان الاجتماعي',
    fr: 'État de paie ou déclaration CNSS',
    en: 'Payroll or CNSS statement',
  },
  zone_manager_or_ministry: {
    ar: 'شهادة مدبّر المنطقة أو الوزارة',
    fr: 'Attestation du gestionnaire de zone ou du ministère',
    en: 'Statement of the zone manager or the ministry',
  },
  site_visit: { ar: 'زيارة ميدانية', fr: 'Visite sur place', en: 'Site visit' },
  independent_audit: { ar: 'تدقيق مستقل', fr: 'Audit indépendant', en: 'Independent audit' },
};

/** What each band is called. */
export const EVIDENCE_BAND_NAMES: Readonly<Record<EvidenceBand, LocalizedText>> = {
  reported: { ar: 'مصرَّح به', fr: 'Déclaré', en: 'Reported' },
  documented: { ar: 'موثَّق', fr: 'Documenté', en: 'Documented' },
  independently_verified: {
    ar: 'متحقَّق منه من جهة مستقلة',
    fr: 'Vérifié de façon indépendante',
    en: 'Independently verified',
  },
};
