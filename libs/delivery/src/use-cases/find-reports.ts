import { Injectable } from '@nestjs/common';
import { AgreementsInScope, FindAgreement, RequireScope } from '@app/agreements';
import { Access } from '@app/identity';
import {
  type ActionOffer,
  type CalendarDate,
  type Hindrance,
  type Permission,
  RecordNotFound,
  type WorkingDays,
  offeredActions,
} from '@app/kernel';
import { type Condition, type Page, type PageRequest, Settings, Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { type ReportFacts, judgeReport } from '../domain/judge-report';
import {
  REPORT_WORKFLOW,
  type ReportAction,
  STEPS_OF_THE_REGISTER,
  WAITING_STATES,
} from '../domain/report-workflow';
import { EvidenceRepository, EvidenceRow } from '../persistence/evidence.repository';
import {
  ReportDetails,
  ReportOrder,
  ReportRepository,
  ReportRow,
  ReportStepRow,
} from '../persistence/report.repository';
import { REPORTER } from '../persistence/report.sql';

/** How long a report waits for a decision, in working days; the clock stands while it is returned. */
export interface ReportWaiting {
  readonly workingDays: number;
  readonly serviceDays: number;
  readonly isOver: boolean;
}

export interface ListedReport extends ReportRow {
  readonly isLate: boolean;
  /** Null where nobody waits. */
  readonly waiting: ReportWaiting | null;
}

/** A report with everything its page shows. */
export interface FoundReport extends ListedReport, ReportDetails {
  readonly evidence: readonly EvidenceRow[];
  readonly steps: readonly ReportStepRow[];
  readonly offers: readonly ActionOffer<ReportAction>[];
}

/** What a list of reports may be narrowed to. */
export interface ReportQuestion {
  readonly states: readonly string[];
  readonly agreement: string | null;
  readonly commitment: string | null;
  readonly order: ReportOrder;
}

/** Finds reports: all of them for the house, those of their own organisations for investors. */
@Injectable()
export class FindReports {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: ReportRepository,
    private readonly evidence: EvidenceRepository,
    private readonly agreements: FindAgreement,
    private readonly inScope: AgreementsInScope,
    private readonly scope: RequireScope,
    private readonly access: Access,
    private readonly calendar: BusinessCalendar,
    private readonly settings: Settings,
  ) {}

  async list(question: ReportQuestion, page: PageRequest): Promise<Page<ListedReport>> {
    const { states, agreement, commitment, order } = question;
    const conditions = [...this.ownOnly];
    if (states.length > 0) conditions.push({ sql: 'r.state = ANY (?)', values: [states] });
    if (agreement !== null) conditions.push({ sql: 'r.agreement_id = ?', values: [agreement] });
    if (commitment !== null) conditions.push({ sql: 'r.commitment_id = ?', values: [commitment] });
    const ofTheHouse = this.inScope.isOfTheHouse;
    const found = await this.reports.list(conditions, { ofTheHouse, order }, page);
    const days = await this.calendar.workingDays();
    return { ...found, items: found.items.map((row) => this.listed(row, days)) };
  }

  /** @throws RecordNotFound for a promise that is out of the caller's scope */
  async ofCommitment(commitment: string, page: PageRequest): Promise<Page<ListedReport>> {
    if ((await this.reports.promise(commitment, this.inScope.conditions)) === null)
      throw new RecordNotFound();
    return this.list({ states: [], agreement: null, commitment, order: 'latest' }, page);
  }

  /** @throws RecordNotFound, also when it is of another organisation */
  async find(id: string, actor: string): Promise<FoundReport> {
    const row = await this.row(id);
    const evidence = await this.evidence.list(id);
    const steps = await this.reports.steps(id, this.inScope.isOfTheHouse);
    const judgement = judgeReport(
      this.factsOf(row, steps, actor, null),
      await this.permissionFor(row.agreementId),
    );
    return {
      ...this.listed(row, await this.calendar.workingDays()),
      ...{ content: row.content, writtenBy: row.writtenBy, signedFrom: row.signedFrom },
      ...{ overtaken: row.overtaken, evidence, steps },
      offers: offeredActions(REPORT_WORKFLOW, row.state, judgement).filter(
        ({ action }) => !STEPS_OF_THE_REGISTER.includes(action),
      ),
    };
  }

  /** A report as it stands in the transaction. @throws RecordNotFound */
  async row(id: string): Promise<ReportRow & ReportDetails> {
    const row = await this.reports.find(id, this.ownOnly, this.inScope.isOfTheHouse);
    if (row === null) throw new RecordNotFound();
    return row;
  }

  /** What keeps the caller from something with reports of an agreement: investors from those of others, by not finding them. */
  async permissionFor(agreementId: string): Promise<(permission: Permission) => Hindrance | null> {
    if (!this.inScope.isOfTheHouse) return (permission) => this.access.hindranceAnywhere(permission);
    const { document } = await this.agreements.record(agreementId);
    return this.scope.judge(this.transactions.reader, document ?? { sectorCodes: [], commitments: [] });
  }

  /** @param proposedValue the figure that the step would accept; null for none. */
  factsOf(
    row: ReportRow & ReportDetails,
    steps: readonly ReportStepRow[],
    actor: string,
    proposedValue: number | null,
  ): ReportFacts {
    const { legalState, writtenBy, submittedBy, appealed, overtaken, reviewedBy, reviewedValue } = row;
    const rejection = steps.findLast(({ toState }) => toState === 'rejected');
    return {
      ...{ legalState, actor, writtenBy, submittedBy, appealed, overtaken },
      ...{ reviewedBy, reviewedValue, proposedValue },
      rejectedBy: rejection?.takenBy ?? null,
      rejectedOn: rejection?.recordedOn ?? null,
      today: this.calendar.today(),
    };
  }

  /** Whether the caller is of the house, which alone sees who did what. */
  get isOfTheHouse(): boolean {
    return this.inScope.isOfTheHouse;
  }

  private get ownOnly(): Condition[] {
    const own = this.access.visibleOrganisations;
    return own === null ? [] : [{ sql: `${REPORTER} = ANY (?::uuid[])`, values: [own] }];
  }

  private listed(row: ReportRow, days: WorkingDays): ListedReport {
    const today = this.calendar.today();
    return { ...row, isLate: isLate(row, today), waiting: this.waitingOf(row, days, today) };
  }

  private waitingOf(row: ReportRow, days: WorkingDays, today: CalendarDate): ReportWaiting | null {
    if (!WAITING_STATES.includes(row.state) || row.waitingSince === null) return null;
    const workingDays = row.waitedDays + days.between(row.waitingSince, today);
    const { reviewDays: serviceDays } = this.settings.reporting;
    return { workingDays, serviceDays, isOver: workingDays > serviceDays };
  }
}

/** Whether it came after the day on which it was due, or has not come by now. */
function isLate({ dueOn, submittedOn, state }: ReportRow, today: CalendarDate): boolean {
  if (dueOn === null || state === 'withdrawn') return false;
  return (submittedOn ?? today) > dueOn;
}

export type { EvidenceRow } from '../persistence/evidence.repository';
export type { ReportRow, ReportStepRow } from '../persistence/report.repository';
