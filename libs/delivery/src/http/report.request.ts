import {
  CalendarDay,
  Choice,
  Figure,
  Flag,
  PageQuery,
  Parts,
  RecordReference,
  Several,
  Text,
} from '@app/platform';
import { ApiProperty } from '@nestjs/swagger';
import type { EvidenceRank } from '../domain/evidence-rank';
import { FILED_EVIDENCE } from '../domain/judge-evidence';
import { COMPLETION_STAGES, type CompletionStage } from '../domain/observation';
import {
  BREAKDOWN_AXES,
  type BreakdownAxis,
  OBSTACLE_KINDS,
  type ObstacleKind,
  REPORTED_FIGURES,
  REVIEW_OUTCOMES,
  type ReportedFigure,
  type ReviewOutcome,
  STATED_EVIDENCE,
} from '../domain/report-content';
import {
  REPORT_ACTIONS,
  REPORT_STATES,
  type ReportAction,
  STEPS_OF_THE_REGISTER,
} from '../domain/report-workflow';

export class BeginReportRequest {
  @CalendarDay({
    optional: true,
    description: 'The last day of the period; that of the oldest report asked for when left out',
  })
  periodUntil?: string | null;

  @RecordReference({ optional: true, description: 'The report that it corrects' })
  correctsId?: string | null;
}

export class BreakdownPartRequest {
  @Text({ max: 200, description: 'A code of the axis, a region code, or the name of a site' })
  key: string;

  @Figure()
  value: number;
}

export class BreakdownRequest {
  @Choice(BREAKDOWN_AXES)
  by: BreakdownAxis;

  @Flag({ optional: true, description: 'Whether the parts are some of the total only' })
  partial?: boolean | null;

  @Parts(() => BreakdownPartRequest, { size: 100 })
  parts: BreakdownPartRequest[];
}

export class ObstacleRequest {
  @Choice(OBSTACLE_KINDS)
  kind: ObstacleKind;

  @Text({ max: 1000 })
  text: string;

  @RecordReference({ optional: true, description: 'The commitment whose delay blocks this one' })
  commitmentId?: string | null;
}

export class EvidenceStatementRequest {
  @Choice(REPORTED_FIGURES)
  figure: ReportedFigure;

  @Choice(STATED_EVIDENCE, { description: 'What is said where there is no file' })
  kind: (typeof STATED_EVIDENCE)[number];
}

/** What was typed; what is left out stays as it is, null clears it. */
export class SaveReportRequest {
  @CalendarDay({ optional: true, description: 'The day for which the value holds' })
  asOf?: string | null;

  @Figure({ optional: true, description: 'In the unit of the commitment, counted by its rule' })
  value?: number | null;

  @Choice(COMPLETION_STAGES, { optional: true })
  stage?: CompletionStage | null;

  @Choice(REVIEW_OUTCOMES, { optional: true, description: 'How an ongoing duty was kept' })
  review?: ReviewOutcome | null;

  @Parts(() => BreakdownRequest, { size: BREAKDOWN_AXES.length, optional: true })
  breakdowns?: BreakdownRequest[] | null;

  @Text({ optional: true })
  narrative?: string | null;

  @Text({ optional: true, description: 'Why the value is lower than the last accepted one' })
  fallExplanation?: string | null;

  @Parts(() => ObstacleRequest, { size: 20, optional: true })
  obstacles?: ObstacleRequest[] | null;

  @Parts(() => EvidenceStatementRequest, { size: REPORTED_FIGURES.length, optional: true })
  evidence?: EvidenceStatementRequest[] | null;
}

const ACTIONS_OF_PEOPLE = REPORT_ACTIONS.filter((action) => !STEPS_OF_THE_REGISTER.includes(action));

export class ReportTransitionRequest {
  @Choice(ACTIONS_OF_PEOPLE)
  action: ReportAction;

  @Text({ optional: true, description: 'Wanted by backward and adverse steps' })
  reason?: string | null;

  @Figure({ optional: true, description: 'Of `accept_with_reservation`: the figure that is followed' })
  acceptedValue?: number | null;
}

export class EvidenceRequest {
  @Choice(REPORTED_FIGURES)
  figure: ReportedFigure;

  @Choice(FILED_EVIDENCE)
  kind: EvidenceRank;

  @Choice(['yes', 'no'], { optional: true, description: 'Whether it names employees; no when left out' })
  nominative?: 'yes' | 'no' | null;

  @Text({ max: 2000, optional: true, description: 'What it says in sum; required of one that names people' })
  extract?: string | null;
}

/** The form as it is sent: the fields, and the file that is none. */
export class EvidenceForm extends EvidenceRequest {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'PDF, PNG, JPEG, TIFF, docx, xlsx or odt, whatever its name says',
  })
  file: unknown;
}

export class ReportsQuery extends PageQuery {
  @Several({ among: REPORT_STATES, optional: true })
  state?: string[] | null;

  @RecordReference({ optional: true })
  agreement?: string | null;

  @RecordReference({ optional: true })
  commitment?: string | null;

  @Choice(['latest', 'longest_waiting'], { optional: true })
  order?: 'latest' | 'longest_waiting' | null;
}
