import { type DraftShape, type DraftStore } from '@/logging/draft/draft-store';
import { mergeValues } from '@/logging/draft/merge';
import type { components } from '../../../.generated/schema';
import { type TypedBreakdown, sentBreakdowns } from './breakdowns';

type Schemas = components['schemas'];
export type ReportRecord = Schemas['ReportResponse'];
type Content = Schemas['ReportContentResponse'];
type SaveRequest = Schemas['SaveReportRequest'];
export type Obstacle = Content['obstacles'][number];

/** What is typed of a report here; parts of a figure may be half written. */
export type ReportTyped = Omit<Content, 'breakdowns'> & { readonly breakdowns: readonly TypedBreakdown[] };

export type ReportStore = DraftStore<ReportRecord, ReportTyped, ReportTyped>;

/** What may be said of a figure that no file supports. */
export const STATED_EVIDENCE = ['none', 'self_declared'] as const;

function typedOf({ content }: Pick<ReportRecord, 'content'>): ReportTyped {
  return content;
}

function isSent({ text }: Obstacle): boolean {
  return text.trim() !== '';
}

/** Where an obstacle stands in what is sent; what is not sent has a name of its own. */
export function pathOfObstacle(obstacles: readonly Obstacle[], at: number): string {
  const obstacle = obstacles[at];
  if (obstacle === undefined || !isSent(obstacle)) return `obstacle.${at}`;
  return `obstacles[${obstacles.slice(0, at).filter(isSent).length}]`;
}

/** What one save sends: an obstacle or a part that was not written yet waits, and blanks say nothing. */
export function requestOf(typed: ReportTyped): SaveRequest {
  const { asOf, value, stage, review, narrative, fallExplanation, obstacles, evidence } = typed;
  return {
    ...{ asOf, value, stage, review, breakdowns: sentBreakdowns(typed.breakdowns) },
    narrative: narrative?.trim() || null,
    fallExplanation: fallExplanation?.trim() || null,
    obstacles: obstacles.filter(isSent).map((one) => ({ ...one })),
    evidence: evidence.map((one) => ({ ...one })) as NonNullable<SaveRequest['evidence']>,
  };
}

/** A report as it is typed: what one side alone changed is taken from it, field by field. */
export const REPORT_DRAFT: DraftShape<ReportRecord, ReportTyped, ReportTyped> = {
  contentOf: typedOf,
  theirsOf: typedOf,
  // The register adds nothing to what was sent: the words stay as they were typed.
  adopt: (sent) => sent,
  rebase: (typed) => typed,
  merge: (saved, theirs, yours, choices) => {
    const { value, conflicts } = mergeValues({ base: saved, theirs, yours }, choices);
    return { content: value, conflicts };
  },
  withTheirs: (_, theirs) => theirs,
  theirsIn: () => null,
  closedCode: 'report_not_writable',
};
