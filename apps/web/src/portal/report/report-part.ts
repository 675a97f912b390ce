import type { DraftState } from '@/logging/draft/draft-store';
import type { ReportRecord, ReportStore, ReportTyped } from './report-draft';

/** What each part of the form is given: the report as it is typed, and what the register refused of it. */
export interface ReportPart {
  readonly store: ReportStore;
  readonly state: DraftState<ReportRecord, ReportTyped, ReportTyped>;
  readonly error: unknown;
}
