import { type CalendarDate, canonicalJson } from '@app/kernel';
import type { ReportContent } from './report-content';

/** A file behind a figure, as the receipt names it. */
export interface NamedEvidence {
  readonly id: string;
  readonly figure: string;
  readonly kind: string;
  readonly sha256: string;
  readonly nominative: boolean;
}

/** Everything that a submission attests. */
export interface AttestedReport {
  readonly reportId: string;
  /** The first, the second … submission of this report. */
  readonly submission: number;
  readonly agreementId: string;
  readonly commitmentId: string;
  readonly organisationId: string;
  readonly periodFrom: CalendarDate | null;
  readonly periodUntil: CalendarDate;
  readonly correctsId: string | null;
  readonly claimedValue: number;
  readonly content: ReportContent;
  readonly evidence: readonly NamedEvidence[];
  readonly submittedBy: string;
  readonly onBehalf: boolean;
  readonly submittedOn: CalendarDate;
}

/** The one text that stands for a submission (RFC 8785): whoever holds it can work out its SHA-256. */
export function formOf(report: AttestedReport): string {
  return canonicalJson({ form: 'mithaq.report.1', ...report });
}
