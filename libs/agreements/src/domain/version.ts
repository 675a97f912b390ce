import type { CalendarDate } from '@app/kernel';

/** What a person may draft: a first version, or one of four kinds of change to a current one. */
export const DRAFT_KINDS = ['first', 'clerical', 'completion', 'rectification', 'amendment'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** Kinds of draft that are opened on a current version. */
export const CHANGE_KINDS = ['clerical', 'completion', 'rectification', 'amendment'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a version came from: a draft, a note beside the promise, a legal step, or the end of a suspension. */
export type VersionKind = DraftKind | 'annotation' | 'legal_step' | 'suspension';

/** Under which act a deadline moved. Only amendments and suspensions move a promise. */
export type MoveAct = 'amendment' | 'completion' | 'rectification' | 'suspension';

/** States in which a draft is open: an agreement has one at most. */
export const OPEN_STATES = ['draft', 'submitted', 'returned', 'verified'] as const;
export type OpenState = (typeof OPEN_STATES)[number];

/** The act behind an amendment: a record of its version, and no agreement of its own. */
export interface Amendment {
  /** Its own number, as the act carries it ("1", "avenant n° 2"). */
  readonly number: string;
  /** When it was signed. */
  readonly signedOn: CalendarDate;
  /** From when it holds. */
  readonly effectiveOn: CalendarDate;
  readonly rationale: string;
  /** The signed act: a file of the agreement, or the source that reports it. */
  readonly fileId: string | null;
  readonly sourceId: string | null;
}

/** An amendment as it is typed. */
export type DraftAmendment = { readonly [Key in keyof Amendment]: Amendment[Key] | null };

/** A gap that somebody saw and answered for. */
export interface AcknowledgedGap {
  readonly gap: string;
  readonly subjectId: string | null;
  readonly reason: string;
}

/** Who took part in a version, as actors. */
export interface VersionPeople {
  readonly draftedBy: readonly string[];
  readonly submittedBy: string | null;
  readonly verifiedBy: string | null;
  readonly approvedBy: string | null;
  /** The second director who let one decide on their own draft; null when four eyes were kept. */
  readonly overriddenBy: string | null;
}

/** The act under which a kind of version moves deadlines. */
export function moveActOf(kind: VersionKind): MoveAct {
  if (kind === 'amendment' || kind === 'completion' || kind === 'suspension') return kind;
  return 'rectification';
}
