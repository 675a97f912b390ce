import * as fc from 'fast-check';
import { addDays, calendarDate, offeredActions } from '@app/kernel';
import { AGREEMENT_WORKFLOW, LEGAL_ACTIONS } from './agreement-workflow';
import { ENDED_STATES, LEGAL_STATES } from './legal-states';
import { type BroughtAlong, type LegalFacts, judgeLegalStep } from './judge-legal-step';

const TODAY = calendarDate('2026-11-23');

const FACTS: LegalFacts = {
  instrumentType: 'investment_convention',
  signing: { date: null, dateAbsence: 'not_yet_due' },
  signingProven: false,
  openConditions: 0,
  commitments: 2,
  unsettled: 1,
  endedOn: null,
  agreedBy: null,
  actor: 'account:director',
  today: TODAY,
};
const NOTHING: BroughtAlong = { provesSigning: false, successorTakesOver: false };

const guard = (
  name: Parameters<ReturnType<typeof judgeLegalStep>['guard']>[0],
  facts: Partial<LegalFacts> = {},
  brought: BroughtAlong | null = NOTHING,
) => judgeLegalStep({ ...FACTS, ...facts }, () => null, brought).guard(name)?.code ?? null;

describe('a signature', () => {
  it.each([
    ['a year', { date: { stated: '2025' }, dateAbsence: null }, null],
    ['nothing published', { date: null, dateAbsence: 'not_published' as const }, null],
    ['nobody knowing', { date: null, dateAbsence: 'unknown' as const }, 'signing_unknown'],
    ['nothing at all', { date: null, dateAbsence: null }, 'signing_unknown'],
  ])('with %s as its date', (_, signing, expected) => {
    expect(guard('signing_is_known', {}, { ...NOTHING, signing })).toBe(expected);
    expect(guard('signing_is_known', { signing })).toBe(expected);
  });

  it('is reported by the record or by the request', () => {
    expect(guard('signing_is_proven')).toBe('signing_unproven');
    expect(guard('signing_is_proven', { signingProven: true })).toBeNull();
    expect(guard('signing_is_proven', {}, { ...NOTHING, provesSigning: true })).toBeNull();
  });
});

describe('an entry into force', () => {
  it('waits for each condition precedent, except that a memorandum has none', () => {
    expect(guard('conditions_are_met', { openConditions: 1 })).toBe('conditions_open');
    expect(guard('conditions_are_met')).toBeNull();
    const memorandum = { openConditions: 1, instrumentType: 'memorandum_of_understanding' as const };
    expect(guard('conditions_are_met', memorandum)).toBeNull();
  });
});

describe('fulfilment', () => {
  it('needs every promise settled, and a promise', () => {
    expect(guard('every_commitment_is_settled')).toBe('commitments_unsettled');
    expect(guard('every_commitment_is_settled', { unsettled: 0 })).toBeNull();
    expect(guard('every_commitment_is_settled', { commitments: 0, unsettled: 0 })).toBe(
      'nothing_was_promised',
    );
  });
});

describe('reopening', () => {
  it.each([
    ['on the day', 0, null],
    ['on the 30th day', 30, null],
    ['on the 31st day', 31, 'second_director_needed'],
  ])('%s takes one director', (_, days, expected) => {
    expect(guard('may_be_reopened', { endedOn: addDays(TODAY, -days) })).toBe(expected);
  });

  it('takes two directors later, and one who agrees with themselves is one', () => {
    const long = { endedOn: calendarDate('2025-01-01') };
    expect(guard('may_be_reopened', { ...long, agreedBy: 'account:other' })).toBeNull();
    expect(guard('may_be_reopened', { ...long, agreedBy: 'account:director' })).toBe(
      'second_director_needed',
    );
  });
});

describe('what may be done next', () => {
  const facts = fc.record({
    instrumentType: fc.constantFrom('memorandum_of_understanding' as const, 'zone_convention' as const),
    signing: fc.constantFrom(
      { date: null, dateAbsence: null },
      { date: { stated: '2025' }, dateAbsence: null },
      { date: null, dateAbsence: 'not_published' as const },
    ),
    signingProven: fc.boolean(),
    openConditions: fc.nat(3),
    commitments: fc.nat(3),
    unsettled: fc.nat(3),
    endedOn: fc.option(fc.nat(90).map((days) => addDays(TODAY, -days))),
    agreedBy: fc.constantFrom(null, 'account:a' as const, 'account:b' as const),
    actor: fc.constantFrom('account:a' as const, 'account:b' as const),
    today: fc.constant(TODAY),
  });
  const brought = fc.record({ provesSigning: fc.boolean(), successorTakesOver: fc.boolean() });
  const state = fc.constantFrom(...LEGAL_STATES);

  it('is never more with a request than before one, and never what is not permitted', () => {
    fc.assert(
      fc.property(facts, brought, state, fc.boolean(), (known, request, from, permitted) => {
        const permission = () => (permitted ? null : { code: 'permission_required' });
        const offers = offeredActions(AGREEMENT_WORKFLOW, from, judgeLegalStep(known, permission, null));
        const asked = offeredActions(AGREEMENT_WORKFLOW, from, judgeLegalStep(known, permission, request));
        expect(offers.map(({ action }) => action)).toEqual([...LEGAL_ACTIONS]);
        asked.forEach(({ allowed }, index) => {
          if (allowed) expect(offers[index]?.allowed).toBe(true);
          if (!permitted) expect(allowed).toBe(false);
        });
      }),
    );
  });

  it('in an end is at most to take it back', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...ENDED_STATES), (known, from) => {
        const offers = offeredActions(
          AGREEMENT_WORKFLOW,
          from,
          judgeLegalStep(known, () => null, null),
        );
        const allowed = offers.filter((offer) => offer.allowed).map(({ action }) => action);
        expect(allowed.every((action) => action === 'reopen')).toBe(true);
      }),
    );
  });
});
