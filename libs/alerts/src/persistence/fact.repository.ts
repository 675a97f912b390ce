import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '@app/kernel';
import type { WatchedFact } from '../domain/due-dates';
import type { FactRule } from '../domain/rules';
import { ALL_FACTS, FACTS } from './facts';
import { LIVE_STATES } from './live-states';
import { numbered } from './named-parameters';

/** What facts depend on beside the register: the day, and after how many months data are stale. */
export interface FactQuestion {
  readonly today: CalendarDate;
  readonly staleMonths: number;
}

/** Reads the facts that rules speak of. */
@Injectable()
export class FactRepository {
  /** By which day the fact of a rule holds now, for those of the subjects for which it does. */
  async holding(
    tx: EntityManager,
    rule: FactRule['code'],
    subjectIds: readonly string[],
    question: FactQuestion,
  ): Promise<ReadonlyMap<string, CalendarDate>> {
    const rows = await tx.query<{ subjectId: string; day: CalendarDate }[]>(
      ...numbered(
        `SELECT f.subject_id AS "subjectId", f.day FROM (${FACTS[rule]}) AS f WHERE f.subject_id = ANY (:subjectIds::uuid[])`,
        { ...question, subjectIds, liveStates: LIVE_STATES },
      ),
    );
    return new Map(rows.map(({ subjectId, day }) => [subjectId, day]));
  }

  /** The different days from which facts count that hold now, for a look ahead. */
  async watched(tx: EntityManager, question: FactQuestion): Promise<readonly WatchedFact[]> {
    return tx.query(
      ...numbered(
        `SELECT DISTINCT f.rule, f.counted_from AS "countedFrom", f.spent FROM (${ALL_FACTS}) AS f`,
        {
          ...question,
          liveStates: LIVE_STATES,
        },
      ),
    );
  }
}
