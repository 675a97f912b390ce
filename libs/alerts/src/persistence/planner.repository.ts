import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions, newId } from '@app/platform';
import type { CalendarDate } from '@app/kernel';
import type { ReachedStep } from '../domain/fact-steps';
import type { Addressee, RuleCode, SubjectType, ThresholdCondition } from '../domain/rules';
import { LIVE_STATES } from './live-states';
import { NEW_ID, NamedValues, numbered } from './named-parameters';
import { PlannerRunEntity } from './alert.entities';
import { LOCK_ENDED, PLAN_FACTS, SYNC_CONDITIONS, WITHDRAW_ENDED } from './planner/facts.sql';
import { PLAN_MOVES } from './planner/moves.sql';
import { PLAN_NOTICES } from './planner/notices.sql';
import { NOTIFY } from './planner/notifications.sql';
import { PLAN_THRESHOLDS } from './planner/thresholds.sql';
import { CLOSE_CONDITIONS, LOCK_OVERTAKEN, REQUEUE, WITHDRAW } from './planner/withdraw.sql';

/** Spells "aler" in ASCII: the lock under which one planner runs at a time. */
const PLANNER_LOCK = 0x616c6572;

/** Enough to compare a register of several hundred thousand promises with its ledger without going to the disk. */
const WORKING_MEMORY = '128MB';

/** A threshold of a rule for one type of subject, with the dates up to which it is crossed. */
export interface PlannedThreshold {
  readonly rule: string;
  readonly version: number;
  readonly days: number;
  readonly subjectType: SubjectType;
  readonly condition: ThresholdCondition;
  /** Latest deadline that has crossed it today. */
  readonly crossedUntil: CalendarDate;
  /** Latest deadline that had crossed it yesterday. */
  readonly crossedBefore: CalendarDate;
  readonly to: readonly Addressee[];
}

/** Everything a run of the planner needs to know; no statement asks the server for the time. */
export interface PlanningRequest {
  readonly today: CalendarDate;
  readonly at: Date;
  readonly sendAfter: Date;
  /** When what is not told at once goes out: the next opening of the sending hours. */
  readonly digestAt: Date;
  /** Null for all agreements. */
  readonly agreementId: string | null;
  readonly thresholds: readonly PlannedThreshold[];
  readonly steps: readonly ReachedStep[];
  /** The rules that speak of deadlines, and those that speak of facts. */
  readonly deadlineRules: readonly RuleCode[];
  readonly factRules: readonly RuleCode[];
  /** After so many months without an accepted figure data are stale. */
  readonly staleMonths: number;
  readonly addressees: readonly Addressee[];
  readonly longTermMonths: number;
  readonly moved: { readonly version: number; readonly to: readonly Addressee[] };
  readonly notices: readonly {
    readonly rule: string;
    readonly version: number;
    readonly to: readonly Addressee[];
  }[];
  readonly mostSingleMails: number;
  /** Name of the job that sends a notification. */
  readonly job: string;
}

export interface PlannedCounts {
  readonly occurrences: number;
  readonly notifications: number;
}

/** Writes the ledger: the pure `planOccurrences`, for all subjects at once. */
@Injectable()
export class PlannerRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Runs the planner inside the caller's transaction; another run waits until it ends. */
  async plan(tx: EntityManager, request: PlanningRequest): Promise<PlannedCounts> {
    const values = valuesOf(request);
    const run = (sql: string) => tx.query<{ count: number }[]>(...numbered(sql, values));
    const count = async (sql: string) => (await run(sql))[0]?.count ?? 0;
    await tx.query('SELECT pg_advisory_xact_lock($1)', [PLANNER_LOCK]);
    await tx.query(`SET LOCAL work_mem = '${WORKING_MEMORY}'`);
    await run(LOCK_OVERTAKEN);
    await run(WITHDRAW);
    await run(SYNC_CONDITIONS(NEW_ID));
    await run(LOCK_ENDED);
    await run(WITHDRAW_ENDED);
    const moves = await count(PLAN_MOVES(NEW_ID));
    const notices = await count(PLAN_NOTICES(NEW_ID));
    const crossings = await count(PLAN_THRESHOLDS(NEW_ID));
    const facts = await count(PLAN_FACTS(NEW_ID));
    const notified = await count(NOTIFY(NEW_ID));
    const requeued = await count(REQUEUE(NEW_ID));
    await run(CLOSE_CONDITIONS);
    return { occurrences: moves + notices + crossings + facts, notifications: notified + requeued };
  }

  /** When it last ran over all promises. */
  async newestRun(): Promise<Date | null> {
    const [row] = await this.transactions.reader.query<{ at: Date | null }[]>(
      'SELECT max(started_at) AS at FROM planner_run',
    );
    return row?.at ?? null;
  }

  /** The planner's heartbeat. */
  async recordRun(tx: EntityManager, { today, at }: PlanningRequest, counts: PlannedCounts): Promise<void> {
    await tx.insert(PlannerRunEntity, { id: newId(), businessDate: today, startedAt: at, ...counts });
  }
}

function valuesOf(request: PlanningRequest): NamedValues {
  const bits = (to: readonly Addressee[]) =>
    to.reduce((sum, addressee) => sum | (1 << request.addressees.indexOf(addressee)), 0);
  const { today, at, sendAfter, digestAt, agreementId, addressees, longTermMonths, mostSingleMails, job } =
    request;
  return {
    ...{ today, at, sendAfter, digestAt, agreementId, addressees, longTermMonths, mostSingleMails, job },
    deadlineRules: request.deadlineRules,
    factRules: request.factRules,
    staleMonths: request.staleMonths,
    stamp: at.getTime(),
    liveStates: LIVE_STATES,
    notices: JSON.stringify(
      request.notices.map(({ rule, version, to }) => ({ rule, version, addressed_to: to })),
    ),
    moveTo: request.moved.to,
    moveVersion: request.moved.version,
    steps: JSON.stringify(
      request.steps.map((step) => ({
        rule: step.rule,
        version: step.version,
        days: step.at,
        spent: step.spent,
        crossed_until: step.crossedUntil,
        crossed_before: step.crossedBefore,
        addressees: bits(step.to),
        digest: step.mode === 'digest',
      })),
    ),
    thresholds: JSON.stringify(
      request.thresholds.map((threshold) => ({
        rule: threshold.rule,
        version: threshold.version,
        days: threshold.days,
        subject_type: threshold.subjectType,
        condition: threshold.condition,
        crossed_until: threshold.crossedUntil,
        crossed_before: threshold.crossedBefore,
        addressees: bits(threshold.to),
      })),
    ),
  };
}
