import * as fc from 'fast-check';
import { addDays, calendarDate, hindranceOf, offeredActions } from '@app/kernel';
import { judgeSettlement } from './judge-settlement';
import { ACTION_FOR, CLOSINGS, OUTCOMES, RELEASES, SETTLEMENT_WORKFLOW } from './settlement';

const STATES = [
  'announced',
  'under_negotiation',
  'signed',
  'in_force',
  'suspended',
  'fulfilled',
  'terminated',
  'superseded',
];
const today = calendarDate('2026-11-23');
const facts = fc.record({
  legalState: fc.constantFrom(...STATES),
  lastDay: fc.option(fc.integer({ min: -3, max: 3 }).map((days) => addDays(today, days))),
  reached: fc.boolean(),
  dropped: fc.boolean(),
  repliesUntil: fc.option(fc.integer({ min: -3, max: 3 }).map((days) => addDays(today, days))),
  heardUntil: fc.option(fc.integer({ min: -3, max: 3 }).map((days) => addDays(today, days))),
  hasObligor: fc.boolean(),
  today: fc.constant(today),
});
const anybody = () => null;

describe('a decision about a promise', () => {
  it('releases whoever signed, at any time', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const signed = !['announced', 'under_negotiation'].includes(known.legalState);
        for (const outcome of RELEASES) {
          const transition = SETTLEMENT_WORKFLOW.states.open[ACTION_FOR[outcome]];
          expect(transition?.to).toBe(outcome);
          expect(transition && hindranceOf(transition, judgeSettlement(known, anybody)) === null).toBe(
            signed,
          );
        }
      }),
    );
  });

  it('closes only what is past its last day, short of its target and not held up, and once the right of reply has run', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const offers = offeredActions(SETTLEMENT_WORKFLOW, 'open', judgeSettlement(known, anybody));
        const allowed = (outcome: (typeof CLOSINGS)[number]) =>
          offers.find(({ action }) => action === ACTION_FOR[outcome])?.allowed;
        const over =
          known.lastDay !== null &&
          known.lastDay < today &&
          !known.reached &&
          !['announced', 'under_negotiation', 'suspended'].includes(known.legalState);
        const heard = !known.hasObligor || (known.heardUntil !== null && known.heardUntil < today);
        expect([allowed('closed_partial'), allowed('closed_unknown'), allowed('closed_not_met')]).toEqual([
          over && heard,
          over && heard,
          over && known.repliesUntil !== null && known.repliesUntil < today,
        ]);
      }),
    );
  });

  it('is made once, and withdrawn where somebody made it', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...OUTCOMES), (known, outcome) => {
        const offers = offeredActions(SETTLEMENT_WORKFLOW, outcome, judgeSettlement(known, anybody));
        expect(offers.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual(
          known.dropped ? [] : ['withdraw_decision'],
        );
      }),
    );
  });
});
