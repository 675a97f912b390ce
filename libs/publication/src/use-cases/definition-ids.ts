import {
  CERTAINTIES,
  COMMITMENT_KINDS,
  INSTRUMENT_TYPES,
  LEGAL_BADGES,
  LEGAL_STATES,
  LINK_KINDS,
  MILESTONE_STANDINGS,
  PARTY_ROLES,
  PLACE_SCOPES,
  PROOF_METHODS,
  SIGNATORY_ROLES,
  SOURCING,
  TITLE_STATUSES,
} from '@app/agreements';
import { COUNTINGS, EVIDENCE_BANDS, FUNNEL_STAGES, GROUPS_OF_SECTORS } from '@app/delivery';
import {
  ABSENCES,
  BASES,
  COUNTED_UNITS,
  DATE_PRECISIONS,
  LEVELS,
  QUALIFIERS,
  RELATIONS,
  STABILITIES,
} from '@app/kernel';
import { PUBLIC_STATUSES } from '../domain/public-status';

/** The words that the public register uses, by what they are words for; an id is the two with a point between. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  number: [
    'agreements',
    'commitments',
    'agreements_of_commitments',
    'days_left',
    'deadline_moves',
    'days_moved',
    'batch_amount',
    'also_reported',
    'first_deadline',
    'verified',
  ],
  total: ['promised', 'firm', 'programme', 'capacity', 'not_yet_signed'],
  counting: COUNTINGS,
  status: PUBLIC_STATUSES,
  kind: COMMITMENT_KINDS,
  measure: ['quantity', 'completion', 'ongoing'],
  unit: [...COUNTED_UNITS, 'money'],
  relation: RELATIONS,
  stability: STABILITIES,
  basis: BASES,
  level: LEVELS,
  qualifier: QUALIFIERS,
  standing: MILESTONE_STANDINGS,
  act: ['amendment', 'completion', 'rectification', 'suspension'],
  legal_state: LEGAL_STATES,
  instrument_type: INSTRUMENT_TYPES,
  badge: LEGAL_BADGES.filter((badge) => badge !== 'text_not_held'),
  party_role: PARTY_ROLES,
  signatory_role: SIGNATORY_ROLES,
  certainty: CERTAINTIES,
  title_status: TITLE_STATUSES,
  sourcing: SOURCING,
  proof_method: PROOF_METHODS,
  link: LINK_KINDS,
  place: [...PLACE_SCOPES, 'several_regions'],
  sector_group: GROUPS_OF_SECTORS,
  precision: DATE_PRECISIONS,
  progress: ['delivered', 'funnel', 'close_out', 'kept'],
  funnel: FUNNEL_STAGES,
  band: EVIDENCE_BANDS,
  national: ['course', 'pace_needed', 'pace_observed', 'at_this_pace', 'share'],
  absence: [...ABSENCES, 'erased', 'none_recorded', 'not_additive'],
};

/** Every word that is explained. */
export const DEFINITION_IDS: readonly { readonly id: string; readonly group: string }[] = Object.entries(
  WORDS,
).flatMap(([group, words]) => words.map((word) => ({ id: `${group}.${word}`, group })));
