import { Injectable } from '@nestjs/common';
import { FindAgreement, RequireScope } from '@app/agreements';
import { type ActionOffer, type CalendarDate, addDays } from '@app/kernel';
import { Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import {
  REPORTING_ACTIONS,
  type ReportingAction,
  type ReportingFacts,
  type ReportingState,
  hindranceToReporting,
} from '../domain/judge-reporting';
import {
  type PlannedRequest,
  type Rhythm,
  planRequests,
  rhythmFor,
  stillToAsk,
} from '../domain/reporting-calendar';
import { CalendarRow, ReportedPromiseRow, ReportingRepository } from '../persistence/reporting.repository';
import { reportedCommitments } from './reported-commitments';

/** How an agreement reports, and what may be done about it. */
export interface FoundReporting {
  readonly agreementId: string;
  /** Of the agreement. */
  readonly revision: number;
  readonly state: ReportingState;
  /** Null while none is open. */
  readonly calendar: CalendarRow | null;
  /** Those before it, the latest first. */
  readonly earlier: readonly CalendarRow[];
  readonly proposedRhythm: Rhythm;
  readonly promises: readonly ReportedPromiseRow[];
  /** What will be asked in the year to come, asked reports of the past left out. */
  readonly upcoming: readonly PlannedRequest[];
  readonly offers: readonly ActionOffer<ReportingAction>[];
}

/** A calendar whose requests are to be seen before it is opened. */
export type PreviewedCalendar = Pick<CalendarRow, 'rhythm' | 'dates' | 'fromDay' | 'dueDays' | 'graceDays'> &
  Partial<Pick<CalendarRow, 'id'>>;

const PREVIEWED_DAYS = 366;

/** Finds how an agreement reports. @throws RecordNotFound */
@Injectable()
export class FindReporting {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: FindAgreement,
    private readonly reporting: ReportingRepository,
    private readonly scope: RequireScope,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(agreementId: string): Promise<FoundReporting> {
    const { revision, document, legal_state } = await this.agreements.record(agreementId);
    const calendars = await this.reporting.calendars(agreementId);
    const promises = await this.reporting.promises(agreementId);
    const open = calendars.find(({ endedOn }) => endedOn === null) ?? null;
    const facts: ReportingFacts = {
      state: stateOf(open, calendars),
      legalState: legal_state ?? '',
      isAnswerable: isAnswerable(promises),
    };
    const place = document ?? { sectorCodes: [], commitments: [] };
    const permission = await this.scope.judge(this.transactions.reader, place);
    return {
      ...{ agreementId, revision, state: facts.state, calendar: open, promises },
      earlier: calendars.filter(({ endedOn }) => endedOn !== null),
      proposedRhythm: proposedRhythm(promises),
      upcoming: open === null ? [] : await this.preview(agreementId, open, promises),
      offers: REPORTING_ACTIONS.map((action) => {
        const hindrance = permission('reporting.open') ?? hindranceToReporting(action, facts);
        return { action, allowed: hindrance === null, hindrance };
      }),
    };
  }

  /** What a calendar would ask from now until a year ahead, and has not been asked yet. */
  async preview(
    agreementId: string,
    calendar: PreviewedCalendar,
    promises: readonly ReportedPromiseRow[],
  ): Promise<PlannedRequest[]> {
    const today: CalendarDate = this.calendar.today();
    const suspensions = await this.reporting.suspensions(agreementId);
    const commitments = reportedCommitments(promises, this.calendar.legalTime);
    const known = await this.reporting.knownPeriods(agreementId);
    const horizon = addDays(today, PREVIEWED_DAYS);
    const planned = planRequests({ ...calendar, suspensions }, commitments, today, horizon);
    return stillToAsk(planned, known, calendar.id ?? null);
  }
}

function stateOf(open: CalendarRow | null, calendars: readonly CalendarRow[]): ReportingState {
  if (open !== null) return 'open';
  return calendars.length === 0 ? 'not_agreed' : 'closed';
}

/** Whether somebody may attest for one of the organisations that owe something. */
export function isAnswerable(promises: readonly ReportedPromiseRow[]): boolean {
  return promises.some(
    ({ organisationId, answerableAt }) => organisationId !== null && answerableAt !== null,
  );
}

/** By the jobs that the agreement promises in all. */
export function proposedRhythm(promises: readonly ReportedPromiseRow[]): Rhythm {
  const counted = promises.filter(({ unit, partOfId }) => unit === 'jobs' && partOfId === null);
  return rhythmFor(counted.reduce((total, { value }) => total + (value ?? 0), 0));
}

export type { CalendarRow, ReportedPromiseRow } from '../persistence/reporting.repository';
