import {
  type CalendarDate,
  type FieldViolation,
  addDays,
  daysBetween,
  parseCalendarDate,
  parsePublishedDate,
  publishedDate,
} from '@app/kernel';
import type { AgreementDocument, StatedDate } from './agreement-document';

/** How deadlines move when a suspension ends: by all the days it lasted, not at all, or each to a date of its own. */
export const SHIFT_RULES = ['whole_interval', 'none', 'new_dates'] as const;
export type ShiftRule = (typeof SHIFT_RULES)[number];

/** The new deadline of a commitment or milestone. */
export interface NewDeadline {
  readonly subjectId: string;
  readonly deadline: StatedDate;
}

/** The end of a suspension, as it bears on deadlines. */
export interface Shift {
  readonly rule: ShiftRule;
  /** First day of the suspension. */
  readonly from: CalendarDate;
  /** First day after it. */
  readonly until: CalendarDate;
  /** With the rule `new_dates` only. */
  readonly dates: readonly NewDeadline[];
  /** Commitments that are settled: neither theirs nor their milestones' deadlines move. */
  readonly settled: ReadonlySet<string>;
}

/**
 * The document with its deadlines shifted, itself when none is. Those that had passed before the suspension began
 * stay. A deadline that was stated by its year, half-year or month is a day afterwards, because that is what its last
 * day was moved to.
 */
export function shiftDeadlines<Document extends Pick<AgreementDocument, 'commitments'>>(
  document: Document,
  shift: Shift,
): Document {
  const days = shift.rule === 'whole_interval' ? daysBetween(shift.from, shift.until) : 0;
  const wanted = new Map(shift.dates.map(({ subjectId, deadline }) => [subjectId, deadline]));
  let moved = false;
  const move = (id: string, deadline: StatedDate): StatedDate => {
    const { lastDay } = publishedDate(deadline.stated);
    const shifted = days === 0 ? wanted.get(id)?.stated : addDays(lastDay, days);
    if (lastDay < shift.from || shifted === undefined || shifted === deadline.stated) return deadline;
    moved = true;
    return { stated: shifted };
  };
  const commitments = document.commitments.map((commitment) =>
    shift.settled.has(commitment.id)
      ? commitment
      : {
          ...commitment,
          deadline: commitment.deadline && move(commitment.id, commitment.deadline),
          milestones: commitment.milestones.map((milestone) => ({
            ...milestone,
            deadline: move(milestone.id, milestone.deadline),
          })),
        },
  );
  return moved ? { ...document, commitments } : document;
}

/** What is wrong with a shift: dates for what does not move, dates that come earlier, dates out of the calendar. */
export function shiftFaults(
  document: Pick<AgreementDocument, 'commitments'>,
  shift: Shift,
): FieldViolation[] {
  const movable = movableDeadlines(document, shift);
  if (shift.rule !== 'new_dates') {
    if (shift.dates.length > 0) return [{ field: 'shift.dates', code: 'dates_of_other_rule' }];
    const days = shift.rule === 'none' ? 0 : daysBetween(shift.from, shift.until);
    const leaves = [...movable.values()].some(
      (lastDay) => parseCalendarDate(addDays(lastDay, days)) === null,
    );
    return leaves ? [{ field: 'shift.rule', code: 'shift_too_far' }] : [];
  }
  if (shift.dates.length === 0) return [{ field: 'shift.dates', code: 'required' }];
  const seen = new Set<string>();
  return shift.dates.flatMap(({ subjectId, deadline }, index): FieldViolation[] => {
    const field = `shift.dates[${index}]`;
    const lastDay = movable.get(subjectId);
    if (lastDay === undefined) return [{ field: `${field}.subjectId`, code: 'deadline_does_not_move' }];
    if (seen.has(subjectId)) return [{ field: `${field}.subjectId`, code: 'repeated' }];
    seen.add(subjectId);
    const date = parsePublishedDate(deadline.stated);
    if (date === null) return [{ field: `${field}.deadline.stated`, code: 'not_a_date' }];
    return date.lastDay < lastDay ? [{ field: `${field}.deadline`, code: 'deadline_earlier' }] : [];
  });
}

/** The deadlines that a suspension holds up: not settled, and not past when it began. */
function movableDeadlines(
  { commitments }: Pick<AgreementDocument, 'commitments'>,
  { from, settled }: Pick<Shift, 'from' | 'settled'>,
): Map<string, CalendarDate> {
  const found = new Map<string, CalendarDate>();
  for (const { id, deadline, milestones } of commitments) {
    if (settled.has(id)) continue;
    const own = deadline ? [{ id, deadline }] : [];
    for (const subject of [...own, ...milestones]) {
      const { lastDay } = publishedDate(subject.deadline.stated);
      if (lastDay >= from) found.set(subject.id, lastDay);
    }
  }
  return found;
}
