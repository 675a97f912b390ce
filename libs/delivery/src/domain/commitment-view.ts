import type { CalendarDate, LocalizedText, PublishedDate, Quantity } from '@app/kernel';
import type { DeliveryStatus } from './derive-status';
import type { Outcome } from './settlement';

/** A deadline as published, with the last day derived from it. */
export type DeadlineView = Pick<PublishedDate, 'stated' | 'precision' | 'lastDay'>;

export interface PartyView {
  readonly id: string;
  /** Null for parties that the papers describe and do not name. */
  readonly organisationId: string | null;
  readonly role: string;
  readonly names: LocalizedText;
}

export interface MilestoneView {
  readonly id: string;
  readonly standing: string;
  readonly title: LocalizedText;
  readonly quantity: Quantity | null;
  readonly deadline: DeadlineView;
  readonly status: DeliveryStatus;
}

export interface PlaceView {
  readonly scope: string;
  readonly regionCodes: string[];
  readonly cities: string[];
  readonly zoneIds: string[];
  readonly note: string | null;
}

/** One promise as lists show it: what was promised, by whom, in which instrument, and how it stands today. */
export interface CommitmentView {
  readonly id: string;
  readonly agreement: {
    readonly id: string;
    readonly reference: string;
    readonly title: LocalizedText;
    readonly legalState: string;
  };
  readonly parties: PartyView[];
  /** The party that owes it; null where the papers do not say. */
  readonly obligor: PartyView | null;
  readonly kind: string;
  readonly title: LocalizedText;
  readonly measure: string;
  readonly quantity: Quantity | null;
  readonly baseline: { readonly value: number; readonly unit: string; readonly note: string | null } | null;
  readonly deadline: DeadlineView | null;
  readonly deadlineAbsence: string | null;
  readonly place: PlaceView;
  readonly milestones: MilestoneView[];
  readonly status: DeliveryStatus;
  /** What was decided about it, also while its agreement is suspended; null when nothing was. */
  readonly decision: Outcome | null;
  /** Days until the last day, negative once it is past; null without a deadline. */
  readonly daysLeft: number | null;
  readonly note: string | null;
}

/** One move of a deadline, as the ledger keeps it. */
export interface DeadlineMove {
  readonly number: number;
  readonly old: StatedDeadline | null;
  readonly new: StatedDeadline | null;
  /** Under which act: amendment, completion, rectification or suspension. Only the first and the last move a promise. */
  readonly act: string;
  readonly effectiveOn: CalendarDate;
  readonly recordedOn: CalendarDate;
  readonly versionNumber: number;
}

export interface StatedDeadline {
  readonly stated: string;
  readonly lastDay: CalendarDate;
}

export interface CitationView {
  readonly id: string;
  readonly field: string;
  readonly stated: string | null;
  /** Where in the source, and on which day it was read there; null when nobody noted it. */
  readonly locator: string | null;
  readonly readOn: CalendarDate | null;
  readonly adopted: boolean;
  readonly note: string | null;
  readonly source: { readonly id: string; readonly url: string; readonly title: string | null };
}

/** What a source says beside what the register follows. */
export type AlsoReported = Pick<CitationView, 'field' | 'locator' | 'readOn' | 'source'> & {
  readonly citationId: string;
  readonly stated: string;
};

/** Claims of sources that the register does not follow. */
export function alsoReportedIn(citations: readonly CitationView[]): AlsoReported[] {
  return citations.flatMap(({ id, field, stated, locator, readOn, adopted, source }) =>
    adopted || stated === null ? [] : [{ citationId: id, field, stated, locator, readOn, source }],
  );
}

/** One promise with its history and its sources. */
export interface CommitmentRecord extends CommitmentView {
  /** That of its agreement, which a change of either must name. */
  readonly revision: number;
  /** The deadline as it was first stated; it never changes or disappears. */
  readonly firstDeadline: DeadlineView | null;
  /** How often acts moved the deadline, and by how many days in sum; our recording errors count neither. */
  readonly rescheduled: { readonly times: number; readonly days: number | null };
  readonly deadlineMoves: DeadlineMove[];
  readonly citations: CitationView[];
  readonly alsoReported: AlsoReported[];
}
