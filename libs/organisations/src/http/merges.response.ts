import { LocalizedTextResponse } from '@app/platform';
import type { MergeEffect } from '../use-cases/merge-followers';
import { OrganisationResponse } from './organisations.response';
import { PersonResponse } from './persons.response';

export class MergeContradictionResponse {
  field: 'kind' | 'country' | 'ice';

  /** What the record that goes says. */
  gone: string;

  /** What the record that stays says. */
  kept: string;
}

export class TakenOverResponse {
  field: 'kind' | 'country' | 'ice' | 'names.ar' | 'names.fr' | 'names.en';
  value: string;
}

export class MergeEffectResponse {
  what: MergeEffect;
  count: number;
}

export class AgreementNamingGoneResponse {
  id: string;
  reference: string;
  title: LocalizedTextResponse;

  /** It names the record that stays too: perhaps the two are two. */
  namesBoth: boolean;
}

export class MergeHindranceResponse {
  code: string;

  /** The hindrance in the language of the caller. */
  message: string;
}

/** What a merge of two records comes to. */
export class MergePreviewResponse {
  /** What names the record that goes, where there is any. */
  effects: MergeEffectResponse[];

  /** The first agreements that name the record that goes, by reference. */
  agreements: AgreementNamingGoneResponse[];

  /** What keeps the caller from merging them; empty when nothing does. */
  hindrances: MergeHindranceResponse[];
}

export class OrganisationMergePreviewResponse extends MergePreviewResponse {
  /** The record that goes. */
  gone: OrganisationResponse;

  /** The record that stays. */
  kept: OrganisationResponse;

  /** Where the two contradict each other: a merge says which is right. */
  contradictions: MergeContradictionResponse[];

  /** What the record that stays takes over because it says nothing itself. */
  takenOver: TakenOverResponse[];

  /** Names and spellings that lead to the record that stays from then on. */
  namesUnited: string[];
}

export class PersonMergePreviewResponse extends MergePreviewResponse {
  /** The record that goes. */
  gone: PersonResponse;

  /** The record that stays. */
  kept: PersonResponse;
}
