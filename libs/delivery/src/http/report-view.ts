import { type CalendarDate, type Language } from '@app/kernel';
import { type Page, spokenOffers } from '@app/platform';
import { ruleOf } from '../domain/judge-reporting';
import type { ReportContent } from '../domain/report-content';
import type { FoundReport, ListedReport, ReportStepRow } from '../use-cases/find-reports';
import type { SaveReportRequest } from './report.request';
import type {
  ListedReportResponse,
  ReportPageResponse,
  ReportReceiptResponse,
  ReportResponse,
} from './report.response';

/** What was typed, as the use case takes it: a field that was left out is not among the changes. */
export function typedChanges(body: SaveReportRequest): Partial<ReportContent> {
  const { asOf, breakdowns, obstacles, evidence } = body;
  return {
    ...(asOf === undefined ? {} : { asOf: asOf as CalendarDate | null }),
    ...given('value', body.value),
    ...given('stage', body.stage),
    ...given('review', body.review),
    ...given('narrative', body.narrative),
    ...given('fallExplanation', body.fallExplanation),
    ...(breakdowns === undefined
      ? {}
      : {
          breakdowns: (breakdowns ?? []).map(({ by, partial, parts }) => ({
            by,
            partial: partial ?? false,
            parts: parts.map(({ key, value }) => ({ key, value })),
          })),
        }),
    ...(obstacles === undefined
      ? {}
      : {
          obstacles: (obstacles ?? []).map(({ kind, text, commitmentId = null }) => ({
            ...{ kind, text, commitmentId },
          })),
        }),
    ...(evidence === undefined
      ? {}
      : { evidence: (evidence ?? []).map(({ figure, kind }) => ({ figure, kind })) }),
  };
}

function given<Field extends keyof ReportContent>(
  field: Field,
  value: ReportContent[Field] | undefined,
): Partial<ReportContent> {
  return value === undefined ? {} : { [field]: value };
}

/** A report as lists show it. */
export function listedReportView(row: ListedReport): ListedReportResponse {
  const { id, revision, state, dueOn, graceUntil, isLate, onBehalf, correctsId, correctedById } = row;
  const { asOf, claimedValue, acceptedValue, submittedOn, submittedBy, waiting, recordedOn } = row;
  return {
    ...{ id, revision, state, dueOn, graceUntil, isLate, onBehalf, correctsId, correctedById },
    ...{ asOf, claimedValue, acceptedValue, submittedOn, submittedBy, waiting, recordedOn },
    agreement: { id: row.agreementId, reference: row.reference, title: row.agreementTitle },
    commitment: {
      id: row.commitmentId,
      title: row.commitmentTitle,
      ...{ measure: row.measure, unit: row.unit, target: row.target, baseline: row.baseline },
      countingRule: ruleOf(row),
    },
    organisation: { id: row.organisationId, names: row.organisationNames },
    period: { from: row.periodFrom, until: row.periodUntil },
    firstReview:
      row.reviewedBy === null || row.reviewedValue === null
        ? null
        : { by: row.reviewedBy, value: row.reviewedValue },
    decision:
      row.decidedOn === null ? null : { on: row.decidedOn, by: row.decidedBy, reason: row.decisionReason },
  };
}

export function reportPage(page: Page<ListedReport>): ReportPageResponse {
  return { ...page, items: page.items.map(listedReportView) };
}

/** A report with everything its page shows. */
export function reportView(found: FoundReport, language: Language): ReportResponse {
  return {
    ...listedReportView(found),
    content: found.content,
    evidence: found.evidence.map(({ reportId: _, withdrawnOn: __, ...file }) => file),
    receipt: receiptOf(found.steps),
    steps: found.steps.map((step) => ({
      ...{ number: step.number, action: step.action, from: step.fromState, to: step.toState },
      ...{ by: step.takenBy, reason: step.reason, acceptedValue: step.acceptedValue, on: step.recordedOn },
    })),
    allowedActions: spokenOffers(found.offers, language),
  };
}

function receiptOf(steps: readonly ReportStepRow[]): ReportReceiptResponse | null {
  const last = steps.findLast(({ form }) => form !== null);
  if (!last || last.form === null || last.formSha256 === null) return null;
  return { sha256: last.formSha256, form: last.form, submittedAt: last.recordedAt.toISOString() };
}
