import type { Hindrance, Language } from '@app/kernel';
import { spokenSentence } from '@app/platform';
import { type AgreementNamingGone, MERGE_EFFECTS, type MergeEffect } from '../use-cases/merge-followers';
import type { OrganisationMergePreview } from '../use-cases/preview-merge';
import type {
  MergePreviewResponse,
  OrganisationMergePreviewResponse,
  TakenOverResponse,
} from './merges.response';
import { organisationView } from './organisation-view';

interface Previewed {
  readonly effects: Readonly<Partial<Record<MergeEffect, number>>>;
  readonly agreements: readonly AgreementNamingGone[];
  readonly hindrances: readonly Hindrance[];
}

/** What a merge comes to, whatever is merged, its hindrances in the language of the caller. */
export function mergePreviewView(
  { effects, agreements, hindrances }: Previewed,
  language: Language,
): MergePreviewResponse {
  return {
    effects: MERGE_EFFECTS.flatMap((what) => {
      const count = effects[what] ?? 0;
      return count > 0 ? [{ what, count }] : [];
    }),
    agreements: [...agreements],
    hindrances: hindrances.map(({ code, values }) => ({
      code,
      message: spokenSentence(code, language, values),
    })),
  };
}

/** What a merge of two organisations comes to. */
export function organisationMergePreviewView(
  preview: OrganisationMergePreview,
  language: Language,
): OrganisationMergePreviewResponse {
  const { gone, kept, contradictions, takenOver, namesUnited } = preview;
  return {
    ...mergePreviewView(preview, language),
    gone: organisationView(gone, language),
    kept: organisationView(kept, language),
    contradictions: [...contradictions],
    takenOver: Object.entries(takenOver).map(([field, { to: value }]) => ({
      field: field as TakenOverResponse['field'],
      value,
    })),
    namesUnited: [...namesUnited],
  };
}
