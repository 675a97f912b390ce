import fc from 'fast-check';
import { DUE_SOON_DAYS as STAFF_DUE_SOON_DAYS, OUTCOMES, STANDINGS } from '@app/delivery';
import { type CalendarDate, addDays, daysBetween } from '@app/kernel';
import {
  DUE_SOON_DAYS,
  PUBLIC_STATUSES,
  type PublicCase,
  type PublicFacts,
  publicCases,
  publicStatusOf,
} from './public-status';

const TODAY = '2026-11-23' as CalendarDate;
const days = fc.integer({ min: -4000, max: 4000 }).map((distance) => addDays(TODAY, distance));
const facts: fc.Arbitrary<PublicFacts> = fc.record({
  lastDay: fc.option(fc.oneof(days, fc.constantFrom(...[-1, 0, 1, 90, 91].map((n) => addDays(TODAY, n))))),
  standing: fc.constantFrom(...STANDINGS),
  decision: fc.option(fc.constantFrom(...OUTCOMES)),
});

/** Whether a status holds as its case says, which is what lists are filtered by. */
function holds({ place, window }: PublicCase, { lastDay, standing, decision }: PublicFacts): boolean {
  const decisions: readonly (string | null)[] = place.decisions;
  if (!place.standings.includes(standing) || !decisions.includes(decision)) return false;
  if (window === 'any') return true;
  if (window === 'none' || lastDay === null) return window === 'none' && lastDay === null;
  return (window.from ?? lastDay) <= lastDay && lastDay <= (window.until ?? lastDay);
}

describe('the status that the public reads', () => {
  it('blames nobody, unless it was decided after the right of reply that the promise was not kept', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const saysSo = known.decision === 'closed_not_met' && known.standing !== 'suspended';
        const status = publicStatusOf(known, TODAY);
        expect(PUBLIC_STATUSES).toContain(status);
        expect(/overdue|not_met|closed|failed|late/.test(status)).toBe(saysSo);
      }),
    );
  });

  it('is told by exactly one case, the one of its name', () => {
    const cases = publicCases(TODAY);
    fc.assert(
      fc.property(facts, (known) => {
        const holding = PUBLIC_STATUSES.filter((status) => holds(cases[status], known));
        expect(holding).toEqual([publicStatusOf(known, TODAY)]);
      }),
    );
  });

  it('does not tell a promise that was closed otherwise from one that nobody decided about', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('closed_partial', 'closed_unknown'), (known, closing) =>
        expect(publicStatusOf({ ...known, decision: closing }, TODAY)).toBe(
          publicStatusOf({ ...known, decision: null }, TODAY),
        ),
      ),
    );
  });

  it('counts the last day in, and calls ninety days soon', () => {
    const running = (lastDay: CalendarDate) =>
      publicStatusOf({ lastDay, standing: 'running', decision: null }, TODAY);
    expect(running(TODAY)).toBe('due_soon');
    expect(running(addDays(TODAY, -1))).toBe('deadline_passed_no_verified_report');
    fc.assert(
      fc.property(days, (lastDay) => {
        const left = daysBetween(TODAY, lastDay);
        expect(running(lastDay) === 'due_soon').toBe(left >= 0 && left <= DUE_SOON_DAYS);
      }),
    );
    expect(DUE_SOON_DAYS).toBe(STAFF_DUE_SOON_DAYS);
  });
});
