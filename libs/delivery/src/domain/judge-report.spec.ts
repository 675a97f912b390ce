import { calendarDate, hindranceOf, offeredActions, transitionFrom } from '@app/kernel';
import { hindranceToAttach, hindranceToOpenNominative } from './judge-evidence';
import type { EvidenceRank } from './evidence-rank';
import { type ReportFacts, judgeReport, needsSecondVerifier } from './judge-report';
import { REPORT_STATES, REPORT_WORKFLOW, type ReportAction, type ReportState } from './report-workflow';

const FACTS: ReportFacts = {
  ...{ legalState: 'in_force', actor: 'v', writtenBy: ['w'], submittedBy: 's', rejectedBy: null },
  ...{
    rejectedOn: null,
    appealed: false,
    overtaken: false,
    reviewedBy: null,
    reviewedValue: null,
    proposedValue: 10,
  },
  today: calendarDate('2026-04-02'),
};
const SIZES = { jobs: 500, amount: 1_000_000 };

describe('steps of a report', () => {
  const hindrance = (state: ReportState, action: ReportAction, change: Partial<ReportFacts> = {}) =>
    hindranceOf(
      transitionFrom(REPORT_WORKFLOW, state, action),
      judgeReport({ ...FACTS, ...change }, () => null),
    )?.code ?? null;

  it('are decided by somebody who neither wrote nor submitted it', () => {
    for (const action of ['accept', 'accept_with_reservation', 'return', 'reject', 'take_up'] as const) {
      expect(hindrance('submitted', action)).toBeNull();
      expect(hindrance('submitted', action, { actor: 'w' })).toBe('writer_does_not_verify');
      expect(hindrance('submitted', action, { actor: 's' })).toBe('writer_does_not_verify');
    }
  });

  it('of two verifiers are taken by two, for one figure', () => {
    const looked = { reviewedBy: 'first', reviewedValue: 10 };
    expect(hindrance('in_review', 'accept', { ...looked, actor: 'first' })).toBe('second_verifier_needed');
    expect(hindrance('in_review', 'accept', looked)).toBeNull();
    expect(hindrance('in_review', 'accept_with_reservation', { ...looked, proposedValue: 9 })).toBe(
      'reviewers_disagree',
    );
    expect(hindrance('in_review', 'return', { ...looked, actor: 'first' })).toBeNull();
  });

  it('allow one appeal within thirty days, which the one who rejected does not decide', () => {
    const rejected = { rejectedBy: 'v', rejectedOn: calendarDate('2026-03-03') };
    expect(hindrance('rejected', 'appeal', rejected)).toBeNull();
    expect(hindrance('rejected', 'appeal', { ...rejected, today: calendarDate('2026-04-03') })).toBe(
      'appeal_over',
    );
    expect(hindrance('rejected', 'appeal', { ...rejected, appealed: true })).toBe('appeal_taken');
    expect(hindrance('rejected', 'appeal', { ...rejected, overtaken: true })).toBe('appeal_overtaken');
    expect(hindrance('submitted', 'accept', { ...rejected, appealed: true })).toBe(
      'appeal_needs_another_verifier',
    );
  });

  it('of the register are offered to nobody, and nothing is reported of what never bound', () => {
    for (const state of REPORT_STATES) {
      const offers = offeredActions(
        REPORT_WORKFLOW,
        state,
        judgeReport(FACTS, () => null),
      );
      for (const action of ['miss', 'supersede']) {
        expect(offers.find((offer) => offer.action === action)?.allowed).toBe(false);
      }
    }
    expect(hindrance('draft', 'submit', { legalState: 'announced' })).toBe('reporting_needs_signature');
  });
});

describe('how many look at a figure', () => {
  it('is two from the size of the settings, unless somebody saw it on the site', () => {
    const two = (target: number | null, unit: string, rank: EvidenceRank = 'none') =>
      needsSecondVerifier({ target, unit }, rank, SIZES);
    expect([two(499, 'jobs'), two(500, 'jobs'), two(500, 'jobs', 'site_visit')]).toEqual([
      false,
      true,
      false,
    ]);
    // What the obligor calls an independent audit is looked at by two as well.
    expect(two(500, 'jobs', 'independent_audit')).toBe(true);
    expect([two(1_000_000, 'MAD'), two(999_999, 'MAD'), two(5000, 'trainees')]).toEqual([true, false, false]);
    expect(two(null, 'jobs')).toBe(false);
  });
});

describe('evidence', () => {
  const NOT = { code: 'permission_required' };

  it('is added by who writes while it is written, and by who decides while it waits', () => {
    const who = { mayPrepare: NOT, mayVerify: NOT, hasWritten: false };
    const [writer, verifier] = [
      { ...who, mayPrepare: null },
      { ...who, mayVerify: null },
    ];
    expect(hindranceToAttach('draft', writer)).toBeNull();
    expect(hindranceToAttach('draft', verifier)).toBe(NOT);
    expect(hindranceToAttach('submitted', writer)?.code).toBe('report_not_writable');
    expect(hindranceToAttach('in_review', verifier)).toBeNull();
    expect(hindranceToAttach('in_review', { ...verifier, hasWritten: true })?.code).toBe(
      'writer_does_not_verify',
    );
    expect(hindranceToAttach('accepted', { ...writer, mayVerify: null })?.code).toBe('report_not_writable');
  });

  it('that names people opens to whoever took the report up, while it is under review', () => {
    const facts = {
      state: 'in_review',
      actor: 'v',
      mayVerify: null,
      takenUpBy: 'v',
      reviewedBy: null,
    } as const;
    const opens = (change: Partial<Parameters<typeof hindranceToOpenNominative>[0]> = {}) =>
      hindranceToOpenNominative({ ...facts, hasWritten: false, ...change }) === null;
    expect(opens()).toBe(true);
    expect(opens({ takenUpBy: 'x' })).toBe(false);
    expect(opens({ takenUpBy: 'x', reviewedBy: 'x' })).toBe(true);
    expect(opens({ hasWritten: true })).toBe(false);
    expect(opens({ mayVerify: NOT })).toBe(false);
    for (const state of REPORT_STATES.filter((one) => one !== 'in_review'))
      expect(opens({ state })).toBe(false);
  });
});
