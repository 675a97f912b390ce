import fc from 'fast-check';
import { DUE_SOON_DAYS as STAFF_DUE_SOON_DAYS, OUTCOMES, REACHED, STANDINGS } from '@app/delivery';
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
  reached: fc.option(fc.constantFrom(...REACHED)),
  verified: fc.boolean(),
  heard: fc.boolean(),
});

/** Whether a status holds as its case says, which is what lists are filtered by. */
function holds({ place, window, reported, verified, heard }: PublicCase, facts: PublicFacts): boolean {
  const { lastDay, standing, decision } = facts;
  const decisions: readonly (string | null)[] = place.decisions;
  if (!place.standings.includes(standing) || !decisions.includes(decision)) return false;
  if (reported && !reported.reached.includes(facts.reached)) return false;
  if (verified !== undefined && verified !== facts.verified) return false;
  if (heard !== undefined && heard !== facts.heard) return false;
  if (window === 'any') return true;
  if (window === 'none' || lastDay === null) return window === 'none' && lastDay === null;
  return (window.from ?? lastDay) <= lastDay && lastDay <= (window.until ?? lastDay);
}

describe('the status that the public reads', () => {
  it('blames nobody, unless it was decided after the right of reply that a promise short of its target was not kept', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const { decision, heard, reached, standing } = known;
        const saysSo = decision === 'closed_not_met' && heard && reached === null && standing !== 'suspended';
        const status = publicStatusOf(known, TODAY);
        expect(PUBLIC_STATUSES).toContain(status);
        expect(/overdue|not_met|closed|failed/.test(status)).toBe(saysSo);
      }),
    );
  });

  it('is told by exactly one case, the one of its name', () => {
    const cases = publicCases(TODAY);
    fc.assert(
      fc.property(facts, (known) => {
        const holding = PUBLIC_STATUSES.flatMap((status) =>
          cases[status].filter((one) => holds(one, known)).map(() => status),
        );
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

  it('does not tell a promise that was closed before anybody could reply from an open one', () => {
    fc.assert(
      fc.property(facts, (known) =>
        expect(publicStatusOf({ ...known, decision: 'closed_not_met', heard: false }, TODAY)).toBe(
          publicStatusOf({ ...known, decision: null }, TODAY),
        ),
      ),
    );
  });

  it('says that there is no verified report only where there is none, and that it was met where it was', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const status = publicStatusOf(known, TODAY);
        if (status === 'deadline_passed_no_verified_report') expect(known.verified).toBe(false);
        if (status === 'deadline_passed_verified_figure') expect(known.verified).toBe(true);
        const told = known.standing === 'suspended' || ['cancelled', 'waived'].includes(known.decision ?? '');
        if (!told && known.reached !== null) expect(status).toBe(known.reached);
        else expect(['met', 'met_late']).not.toContain(status);
      }),
    );
  });

  it('counts the last day in, and calls ninety days soon', () => {
    const running = (lastDay: CalendarDate) =>
      publicStatusOf(
        { lastDay, standing: 'running', decision: null, reached: null, verified: false, heard: false },
        TODAY,
      );
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
