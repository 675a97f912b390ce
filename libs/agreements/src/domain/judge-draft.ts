import { type CalendarDate, FieldViolation, type Hindrance } from '@app/kernel';
import { checkDocument } from './check-document';
import { type Completeness } from './completeness';
import { changesFacts, exceededBy } from './draft-kinds';
import { differencesBetween } from './differences';
import type { DraftDocument } from './draft-document';
import type { DraftAmendment, DraftKind, VersionPeople } from './version';
import type { VersionGuard } from './version-workflow';

/** Everything that decides about a step with a draft, beside the caller's permissions. */
export interface DraftFacts {
  readonly kind: DraftKind;
  readonly document: DraftDocument;
  /** The version it is opened on; null for a first one. */
  readonly base: DraftDocument | null;
  readonly amendment: DraftAmendment | null;
  readonly completeness: Completeness;
  readonly people: VersionPeople;
  /** Who would take the step, as an actor. */
  readonly actor: string;
  /** The director who allows the actor this step on this very state; null when nobody does. */
  readonly overrideBy: { readonly verify: string | null; readonly approve: string | null };
  readonly today: CalendarDate;
  /** Whether the agreement has come to an end. */
  readonly agreementEnded: boolean;
  /** Whether another agreement goes by the published reference. */
  readonly referenceTaken: boolean;
}

/** What keeps a draft from being submitted, by field. */
export function violationsOf({ kind, document, base, amendment }: DraftFacts): FieldViolation[] {
  return [
    ...checkDocument(document),
    ...(base === null ? [] : exceededBy(kind, base, document)),
    ...(kind === 'amendment' ? undescribed(amendment) : []),
  ];
}

/** One condition of the table on these facts; null when it holds. */
export function judgeDraft(facts: DraftFacts, guard: VersionGuard): Hindrance | null {
  const refuse = (refused: boolean, code: string, values?: Hindrance['values']) =>
    refused ? { code, ...(values ? { values } : {}) } : null;
  const { kind, document, base, amendment, people, actor, overrideBy } = facts;
  switch (guard) {
    case 'document_is_whole': {
      const { length } = checkDocument(document);
      return refuse(length > 0, 'document_incomplete', { count: length });
    }
    case 'kind_is_kept': {
      const { length } = base === null ? [] : exceededBy(kind, base, document);
      return refuse(length > 0, 'kind_exceeded', { count: length });
    }
    case 'something_changes':
      return refuse(base !== null && changesNothing(kind, base, document), 'nothing_changes');
    case 'amendment_is_described':
      return refuse(kind === 'amendment' && undescribed(amendment).length > 0, 'amendment_undescribed');
    case 'gaps_are_answered': {
      const open = facts.completeness.gaps.filter(({ acknowledged }) => acknowledged === null);
      return refuse(open.length > 0, 'gaps_unanswered', { count: open.length });
    }
    case 'drafted_by_others':
      return refuse(
        (people.draftedBy.includes(actor) || people.submittedBy === actor) &&
          overrideBy.verify === null &&
          overrideBy.approve === null,
        'drafter_does_not_verify',
      );
    case 'verified_by_others':
      return refuse(people.verifiedBy === actor && overrideBy.approve === null, 'verifier_does_not_approve');
    case 'amendment_is_effective':
      return refuse(
        kind === 'amendment' && (amendment?.effectiveOn ?? facts.today) > facts.today,
        'amendment_not_effective_yet',
        { day: amendment?.effectiveOn ?? '' },
      );
    case 'agreement_still_runs':
      return refuse(kind === 'amendment' && facts.agreementEnded, 'ended_agreement_is_not_amended');
    case 'reference_is_free':
      return refuse(facts.referenceTaken, 'already_recorded', { field: 'publishedReference' });
    case 'another_becomes_current':
      return { code: 'superseded_by_the_next_only' };
  }
}

/** An amendment that touches wording only moves nothing: that is a clerical change. */
function changesNothing(kind: DraftKind, base: DraftDocument, document: DraftDocument): boolean {
  if (kind === 'amendment') return !changesFacts(base, document);
  return differencesBetween(base, document).length === 0;
}

/** What an amendment's act must say: its number, both days, why, and where it can be read. */
function undescribed(amendment: DraftAmendment | null): FieldViolation[] {
  const missing = (field: keyof DraftAmendment) =>
    amendment?.[field] ? [] : [{ field: `amendment.${field}`, code: 'required' }];
  return [
    ...missing('number'),
    ...missing('signedOn'),
    ...missing('effectiveOn'),
    ...missing('rationale'),
    ...(amendment?.fileId || amendment?.sourceId
      ? []
      : [{ field: 'amendment.fileId', code: 'amendment_without_document' }]),
  ];
}
