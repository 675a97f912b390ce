import fc from 'fast-check';
import { calendarDate } from '@app/kernel';
import {
  type Breakdown,
  EMPTY_CONTENT,
  PARTS_OF,
  type ReportContent,
  type ReportSubject,
  claimedValue,
  impossibleParts,
  missingParts,
  prefilled,
  rankOf,
} from './report-content';

const day = calendarDate;
const SUBJECT: ReportSubject = {
  ...{ measure: 'quantity', unit: 'jobs', signedFrom: day('2025-03-01'), periodFrom: day('2026-01-01') },
  ...{ periodUntil: day('2026-03-31'), today: day('2026-04-02'), regionCodes: new Set(['XA-01']) },
  stateDuties: new Set(),
};
const FACTS = { measure: 'quantity', lastAccepted: null, supported: ['value'] };
const content = (change: Partial<ReportContent>): ReportContent => ({ ...EMPTY_CONTENT, ...change });
const codes = (wrong: readonly { field: string; code: string }[]) =>
  wrong.map(({ field, code }) => `${field}: ${code}`);

describe('what a report cannot say', () => {
  it('is a day outside its period, to come, or before the signature', () => {
    const on = (asOf: string, change: Partial<ReportSubject> = {}) =>
      codes(impossibleParts(content({ asOf: day(asOf) }), { ...SUBJECT, ...change }));
    expect(on('2026-03-31')).toEqual([]);
    expect(on('2026-04-03')).toEqual(['asOf: day_in_future']);
    expect(on('2026-04-01')).toEqual(['asOf: day_after_period']);
    expect(on('2025-12-31')).toEqual(['asOf: day_before_period']);
    expect(on('2025-02-28', { periodFrom: null })).toEqual(['asOf: day_before_signature']);
  });

  it('is a value of another measure, below zero, or more exact than is counted', () => {
    const said = (change: Partial<ReportContent>, subject: Partial<ReportSubject> = {}) =>
      codes(impossibleParts(content(change), { ...SUBJECT, ...subject }));
    expect(said({ value: -1 })).toEqual(['value: value_negative']);
    expect(said({ value: 1.5 })).toEqual(['value: value_not_whole']);
    expect(said({ value: 1.5 }, { unit: 'MAD' })).toEqual([]);
    expect(said({ value: 1.555 }, { unit: 'MAD' })).toEqual(['value: value_too_precise']);
    expect(said({ stage: 'begun' })).toEqual(['stage: not_measured_so']);
    expect(said({ review: 'kept' }, { measure: 'ongoing' })).toEqual([]);
    expect(said({ value: 1 }, { measure: 'ongoing' })).toEqual(['value: not_measured_so']);
  });

  it('is a duty of the State that is none of the agreement, or an obstacle of another kind with one', () => {
    const blocked = (kind: 'state_duty' | 'land', commitmentId: string | null) => ({
      ...{ kind, text: 'no permit', commitmentId },
    });
    const obstacles = [
      blocked('state_duty', 'duty'),
      blocked('land', null),
      blocked('state_duty', 'promise'),
    ];
    const said = (...all: typeof obstacles) =>
      codes(impossibleParts(content({ obstacles: all }), { ...SUBJECT, stateDuties: new Set(['duty']) }));
    expect(said(...obstacles)).toEqual(['obstacles[2].commitmentId: no_duty_of_state']);
    expect(said(blocked('land', 'duty'))).toEqual(['obstacles[0].commitmentId: no_duty_of_state']);
  });

  it('is an axis or a part twice, or a part that nobody knows', () => {
    const parts = (by: Breakdown['by'], ...keys: string[]) => ({
      ...{ by, partial: false, parts: keys.map((key) => ({ key, value: 1 })) },
    });
    const said = (...breakdowns: Breakdown[]) => codes(impossibleParts(content({ breakdowns }), SUBJECT));
    expect(said(parts('region', 'XA-01'), parts('sex', 'women', 'men'), parts('site', 'North'))).toEqual([]);
    expect(said(parts('sex', 'women'), parts('sex', 'men'))).toEqual(['breakdowns[1].by: repeated']);
    expect(said(parts('sex', 'men', 'men'))).toEqual(['breakdowns[0].parts[1].key: repeated']);
    expect(said(parts('region', 'XA-02'))).toEqual(['breakdowns[0].parts[0].key: unknown_part']);
  });
});

describe('what is missing in a report', () => {
  it('is its value, its day and its evidence, or what is said in its place', () => {
    expect(codes(missingParts(EMPTY_CONTENT, { ...FACTS, supported: [] }))).toEqual([
      'asOf: required',
      'value: required',
      'evidence: evidence_required',
    ]);
    const whole = content({
      asOf: day('2026-03-31'),
      value: 3,
      evidence: [{ figure: 'value', kind: 'none' }],
    });
    expect(missingParts(whole, { ...FACTS, supported: [] })).toEqual([]);
    const stages = { ...FACTS, measure: 'completion' };
    expect(codes(missingParts(content({ asOf: day('2026-03-31') }), stages))).toEqual(['stage: required']);
  });

  it('is the reason of a fall, and nothing where the value did not fall', () => {
    const value = (now: number) => content({ asOf: day('2026-03-31'), value: now });
    const facts = { ...FACTS, lastAccepted: 10 };
    expect(codes(missingParts(value(9), facts))).toEqual(['fallExplanation: fall_needs_explanation']);
    expect(missingParts({ ...value(9), fallExplanation: 'a reason' }, facts)).toEqual([]);
    expect(missingParts(value(10), facts)).toEqual([]);
  });

  const cents = fc.integer({ min: 0, max: 1_000_000 }).map((amount) => amount / 100);
  const contracts = fc
    .uniqueArray(fc.constantFrom(...(PARTS_OF.contract ?? [])), { minLength: 1 })
    .chain((keys) => fc.tuple(...keys.map((key) => cents.map((value) => ({ key, value })))));

  it('parts equal the total to the cent, or are marked as some of it and are no more', () => {
    fc.assert(
      fc.property(contracts, fc.integer({ min: -5, max: 5 }), fc.boolean(), (parts, off, partial) => {
        const sum = Math.round(parts.reduce((total, { value }) => total + value, 0) * 100) / 100;
        const value = Math.max(0, Math.round((sum + off / 100) * 100) / 100);
        const breakdowns = [{ by: 'contract' as const, partial, parts }];
        const wrong = missingParts(content({ asOf: day('2026-03-31'), value, breakdowns }), FACTS);
        const expected =
          sum > value ? ['parts_exceed_total'] : sum < value && !partial ? ['parts_below_total'] : [];
        expect(wrong.map(({ code }) => code)).toEqual(expected);
      }),
    );
  });
});

describe('a report', () => {
  it('claims its value, its stage or its outcome as a number', () => {
    expect(claimedValue(content({ value: 7 }), 'quantity')).toBe(7);
    expect(claimedValue(content({ stage: 'done' }), 'completion')).toBe(3);
    expect(claimedValue(content({ review: 'partly_kept' }), 'ongoing')).toBe(1);
    expect(claimedValue(EMPTY_CONTENT, 'ongoing')).toBeNull();
  });

  it('is as strong as the strongest proof of its figure, whatever proves its parts', () => {
    const none = content({ evidence: [{ figure: 'value', kind: 'none' }] });
    expect(rankOf(none, [])).toBe('none');
    const files = [
      { figure: 'value', kind: 'company_document' },
      { figure: 'sex', kind: 'independent_audit' },
    ] as const;
    expect(rankOf(none, files)).toBe('company_document');
  });

  it('begins with what was accepted last, as of the end of its period or today', () => {
    const last = { value: 12, stage: null, review: null };
    expect(prefilled(last, day('2026-03-31'), day('2026-04-02'))).toMatchObject({
      value: 12,
      asOf: '2026-03-31',
    });
    expect(prefilled(null, day('2026-12-31'), day('2026-04-02'))).toMatchObject({
      value: null,
      asOf: '2026-04-02',
    });
  });
});
