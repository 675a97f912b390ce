import type { Language } from '@app/kernel';
import { spokenSentence, spokenOffers } from '@app/platform';
import type { Completeness } from '../domain/completeness';
import type { VersionPeople } from '../domain/version';
import type { FoundDraft } from '../use-cases/find-agreement';
import type { DraftOnItsPage } from '../use-cases/find-draft';
import type { FoundVersion, ListedVersion } from '../use-cases/list-versions';
import type {
  CompletenessResponse,
  DraftResponse,
  ListedVersionResponse,
  OpenDraftResponse,
  VersionPeopleResponse,
  VersionRecordResponse,
} from './draft.response';

/** Gaps with a sentence each. */
export function completenessView(
  { score, looked, gaps }: Completeness,
  language: Language,
): CompletenessResponse {
  return {
    score,
    looked,
    gaps: gaps.map((gap) => ({ ...gap, sentence: spokenSentence(`gap_${gap.gap}`, language) })),
  };
}

export function openDraft({ draft, offers }: FoundDraft, language: Language): OpenDraftResponse {
  return {
    n: draft.number,
    kind: draft.kind,
    state: draft.state,
    baseVersion: draft.baseNumber,
    reason: draft.reason,
    savedAt: draft.savedAt.toISOString(),
    allowedActions: spokenOffers(offers, language),
  };
}

export function draftRecord(found: DraftOnItsPage, language: Language): DraftResponse {
  const { record, draft, facts, changes, steps } = found;
  return {
    ...openDraft(found, language),
    id: record.id,
    revision: record.revision,
    amendment: draft.amendment,
    document: facts.document,
    completeness: completenessView(facts.completeness, language),
    changes: [...changes],
    people: peopleView(draft),
    steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })),
  };
}

export function listedVersion(version: ListedVersion): ListedVersionResponse {
  return {
    n: version.number,
    state: version.state,
    kind: version.kind,
    reason: version.reason,
    amendment: version.amendment,
    acknowledgedGaps: [...version.acknowledgedGaps],
    people: peopleView(version),
    recordedOn: version.recordedOn,
    recordedAt: version.recordedAt?.toISOString() ?? null,
    effectiveOn: version.effectiveOn,
    sha256: version.documentSha256,
  };
}

export function versionRecord({ agreementId, version, document }: FoundVersion): VersionRecordResponse {
  return { agreementId, ...listedVersion(version), document };
}

function peopleView(people: VersionPeople): VersionPeopleResponse {
  const { draftedBy, submittedBy, verifiedBy, approvedBy, overriddenBy } = people;
  return { draftedBy: [...draftedBy], submittedBy, verifiedBy, approvedBy, overriddenBy };
}
