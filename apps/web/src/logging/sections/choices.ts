import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import type { Choice } from '@/ui/field';
import { KINDS, type Kind, unitsOf } from '../draft/kinds';

const INSTRUMENT_TYPES = [
  'memorandum_of_understanding',
  'investment_convention',
  'partnership_convention',
  'settlement_convention',
  'zone_convention',
  'programme_contract',
  'performance_contract',
  'agreement_unspecified',
  'announcement',
] as const;

const WORDS = {
  instrumentType: INSTRUMENT_TYPES,
  legalState: ['announced', 'under_negotiation', 'signed', 'in_force'],
  titleStatus: ['official', 'descriptive'],
  partyRole: [
    'public_authority',
    'investor',
    'developer',
    'operator',
    'federation',
    'training_body',
    'other',
  ],
  certainty: ['stated', 'presumed'],
  signatoryRole: ['signatory', 'in_presence_of'],
  absence: ['not_published', 'confidential', 'not_yet_due', 'unknown', 'not_stated'],
  qualifier: ['exactly', 'at_least', 'more_than', 'about', 'up_to', 'not_stated'],
  relation: ['direct', 'indirect', 'both', 'not_stated'],
  stability: ['stable', 'not_stated'],
  basis: ['new', 'additional', 'headcount_level', 'site_capacity', 'not_stated'],
  level: ['firm', 'programme', 'capacity'],
  measure: ['quantity', 'completion', 'ongoing'],
  placeScope: ['not_stated', 'nationwide', 'regions'],
  milestoneStanding: ['published', 'agreed', 'set'],
  proofMethod: [
    'self_declared',
    'company_document',
    'payroll_or_social_security_statement',
    'zone_or_ministry_statement',
    'site_visit',
    'independent_audit',
    'none',
  ],
  citationField: [
    'whole',
    'title',
    'signing',
    'party',
    'name',
    'capacity',
    'quantity',
    'baseline',
    'deadline',
    'milestone',
    'place',
    'amount',
    'outcome',
    'other',
  ],
  fileRole: ['signed_text', 'amendment', 'annex', 'mandate', 'correspondence', 'other'],
} as const;

/** Choices in the words of the register. */
export function useChoices(): (of: keyof typeof WORDS) => readonly Choice[] {
  const { t } = useTranslation('words');
  return (of) =>
    (WORDS[of] as readonly string[]).map((value) => ({ value, label: t(`${of}.${value}` as 'kind.jobs') }));
}

export function useKindChoices(): readonly Choice[] {
  const { t } = useTranslation('words');
  return (Object.keys(KINDS) as Kind[]).map((value) => ({ value, label: t(`kind.${value}`) }));
}

/** Units of a kind; money by the name of its currency. */
export function useUnitChoices(): (kind: Kind | null, present?: string | null) => readonly Choice[] {
  const name = useUnitName();
  return (kind, present = null) => unitsOf(kind, present).map((value) => ({ value, label: name(value) }));
}

export function useUnitName(): (unit: string) => string {
  const { t, i18n } = useTranslation('words');
  const language = useLanguage();
  return (unit) => {
    if (i18n.exists(`unit.${unit}`, { ns: 'words' })) return t(`unit.${unit}` as 'unit.jobs');
    if (!/^[A-Z]{3}$/.test(unit)) return unit;
    return `${new Intl.DisplayNames([language], { type: 'currency' }).of(unit) ?? unit} (${unit})`;
  };
}
