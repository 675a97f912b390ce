import { Injectable } from '@nestjs/common';
import { Access } from '@app/identity';
import { CalendarDate, RecordNotFound, daysBetween } from '@app/kernel';
import type { Condition, Page, PageRequest } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { WaitingSince, WorkItemRow, WorkListRepository } from '../persistence/work-list.repository';
import { WORK_LISTS, WorkList } from '../persistence/work-lists';
import { within } from '../persistence/work-lists/within-reach';

/** Every list there is, in the order in which they are shown. */
export const WORK_LIST_CODES: readonly string[] = WORK_LISTS.map(({ code }) => code);

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
    private readonly lists: WorkListRepository,
    private readonly access: Access,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** @param actor who asks. */
  async counts(actor: string): Promise<CountedWorkList[]> {
    const counted: CountedWorkList[] = [];
    for (const list of WORK_LISTS) {
      const conditions = this.conditionsOf(list, actor);
      if (conditions === null) continue;
      const { oldest, ...count } = await this.lists.count(list, conditions);
      counted.push({ code: list.code, ...count, oldest: oldest && this.waiting(oldest) });
    }
    return counted;
  }

  /** What one list holds, the oldest first. @throws RecordNotFound for a list that is not the caller's */
  async items(code: string, actor: string, page: PageRequest): Promise<Page<WorkItem>> {
    const list = WORK_LISTS.find((one) => one.code === code);
    const conditions = list ? this.conditionsOf(list, actor) : null;
    if (!list || conditions === null) throw new RecordNotFound();
    const found = await this.lists.listPage(list, conditions, page);
    return { ...found, items: found.items.map((row) => ({ ...row, ...this.waiting(row.since) })) };
  }

  /** Null for whoever may act on nothing of this kind. */
  private conditionsOf(list: WorkList, actor: string): Condition[] | null {
    const reaches = list.permissions.flatMap((permission) => this.access.reachOf(permission) ?? []);
    if (reaches.length === 0) return null;
    const conditions = [...list.conditions(actor)];
    if (reaches.some(({ everywhere }) => everywhere)) return conditions;
    const some = reaches.flatMap((reach) => (reach.everywhere ? [] : [reach]));
    return [
      ...conditions,
      within({
        regions: some.flatMap(({ regions }) => regions),
        sectors: some.flatMap(({ sectors }) => sectors),
      }),
    ];
  }

  private waiting(from: WaitingSince): Waiting {
    const since = from instanceof Date ? this.calendar.legalTime.dateOf(from) : from;
    return { since, age: daysBetween(since, this.calendar.today()) };
  }
}
