import { Injectable } from '@nestjs/common';
import { Access } from '@app/identity';
import { CalendarDate, RecordNotFound, daysBetween } from '@app/kernel';
import type { Condition, Page, PageRequest } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { WaitingSince, WorkItemRow, WorkListRepository } from '../persistence/work-list.repository';
import { WorkList, WorkLists } from '../persistence/work-lists';
import { withinSome } from '../persistence/work-lists/within-reach';

/** Since when something waits, and for how many calendar days. */
export interface Waiting {
  readonly since: CalendarDate;
  readonly age: number;
}

export interface CountedWorkList {
  readonly code: string;
  readonly count: number;
  readonly countIsAtLeast: boolean;
  readonly oldest: Waiting | null;
}

export type WorkItem = Omit<WorkItemRow, 'since'> & Waiting;

/** What waits for whoever asks: only what they may act on, where they may. */
@Injectable()
export class ReadWorkLists {
  constructor(
    private readonly workLists: WorkLists,
    private readonly lists: WorkListRepository,
    private readonly access: Access,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** @param actor who asks. */
  async counts(actor: string): Promise<CountedWorkList[]> {
    const counted: CountedWorkList[] = [];
    for (const list of this.workLists.all) {
      const conditions = this.conditionsOf(list, actor);
      if (conditions === null) continue;
      const { oldest, ...count } = await this.lists.count(list, conditions);
      counted.push({ code: list.code, ...count, oldest: oldest && this.waiting(oldest) });
    }
    return counted;
  }

  /** What one list holds, the oldest first. @throws RecordNotFound for a list that is not the caller's */
  async items(code: string, actor: string, page: PageRequest): Promise<Page<WorkItem>> {
    const list = this.workLists.all.find((one) => one.code === code);
    const conditions = list ? this.conditionsOf(list, actor) : null;
    if (!list || conditions === null) throw new RecordNotFound();
    const found = await this.lists.listPage(list, conditions, page);
    return { ...found, items: found.items.map((row) => ({ ...row, ...this.waiting(row.since) })) };
  }

  /** Null for whoever may act on nothing of this kind. */
  private conditionsOf(list: WorkList, actor: string): Condition[] | null {
    const reaches = list.permissions.flatMap((permission) => this.access.reachOf(permission) ?? []);
    if (reaches.length === 0) return null;
    return [...list.conditions(actor, this.calendar.today()), ...withinSome(reaches)];
  }

  private waiting(from: WaitingSince): Waiting {
    const since = from instanceof Date ? this.calendar.legalTime.dateOf(from) : from;
    return { since, age: daysBetween(since, this.calendar.today()) };
  }
}
