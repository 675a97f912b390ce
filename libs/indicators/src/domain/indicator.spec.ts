import {
  CorrectableFigure,
  FigureContent,
  correctedFigure,
  figureViolations,
  indicatorViolations,
  isPeriod,
  recordingViolations,
} from './indicator';

const figure: CorrectableFigure = {
  value: 17.9,
  period: '2023',
  periodAbsence: null,
  qualifier: 'not_stated',
  note: null,
};

describe('a period', () => {
  it.each(['2024', '2024-H1', '2024-06', '2024-12-31', '2023/2024'])('may be %s', (text) => {
    expect(isPeriod(text)).toBe(true);
  });

  it.each(['24', '2024-H3', '2024/2023', '2024/2024', 'last year', ''])('is not %p', (text) => {
    expect(isPeriod(text)).toBe(false);
  });
});

describe('a correction of a figure', () => {
  it('leaves what it does not speak of', () => {
    expect(correctedFigure(figure, { value: 26.17, note: 'new method' })).toEqual({
      ...figure,
      value: 26.17,
      note: 'new method',
    });
  });

  it('gives a period to a figure that had none', () => {
    const undated: CorrectableFigure = { ...figure, period: null, periodAbsence: 'not_stated' };
    expect(correctedFigure(undated, { period: '2025' })).toMatchObject({
      period: '2025',
      periodAbsence: null,
    });
  });

  it('takes a period away with a reason only', () => {
    const undated = correctedFigure(figure, { period: null, periodAbsence: 'unknown' });
    expect(figureViolations(undated)).toEqual([]);
    expect(figureViolations(correctedFigure(figure, { period: null }))).toEqual([
      { field: 'period', code: 'period_or_absence' },
    ]);
  });
});

describe('a figure the register cannot keep', () => {
  it.each([
    ['value', { value: 0.0000001 }, 'too_many_decimals'],
    ['value', { value: 1e12 }, 'too_great'],
    ['value', { value: Number.NaN }, 'too_great'],
    ['period', { period: 'soon' }, 'not_a_period'],
    ['period', { periodAbsence: 'not_stated' as const }, 'period_or_absence'],
  ])('has a wrong %s: %p', (field, change, code) => {
    expect(figureViolations({ ...figure, ...change })).toMatchObject([{ field, code }]);
  });

  it('is not one with six decimals or below zero', () => {
    expect(figureViolations({ ...figure, value: 0.048 })).toEqual([]);
    expect(figureViolations({ ...figure, value: -18_500.000001 })).toEqual([]);
  });
});

describe('an indicator', () => {
  const indicator = {
    code: 'jobs',
    names: { ar: null, fr: 'Emplois', en: null },
    definition: { ar: null, fr: 'Emplois occupés', en: null },
    nature: 'stock',
    unit: 'jobs',
    note: null,
    promisedAs: null,
    series: [{ code: 'ministry', kind: 'method', names: { ar: null, fr: 'Ministère', en: null } }],
  } as const;

  it('has a code, a name and a nature', () => {
    expect(indicatorViolations(indicator)).toEqual([]);
    const wrong = {
      ...indicator,
      code: 'Jobs!',
      names: { ar: null, fr: null, en: null },
      nature: 'sum' as never,
      unit: '',
      series: [{ ...indicator.series[0], code: '' }],
    };
    expect(indicatorViolations(wrong).map(({ field }) => field)).toEqual([
      ...['code', 'names', 'nature', 'unit', 'series'],
    ]);
  });

  it('takes figures of its unit and of the right kind of series, with a source', () => {
    const name = { ar: null, fr: 'Plan', en: null };
    const known = {
      ...indicator,
      series: [...indicator.series, { code: 'plan', kind: 'plan', names: name }],
    } as const;
    const observation: FigureContent = {
      ...{
        ...figure,
        indicatorCode: 'jobs',
        kind: 'observation',
        nature: 'stock',
        series: 'ministry',
        unit: 'jobs',
      },
      ...{ sectorCode: null, measuredIn: null, sourceId: 'source', sourceAbsence: null },
    };
    const wrong = (change: Partial<FigureContent>) =>
      recordingViolations({ ...observation, ...change }, known).map(({ field, code }) => `${field} ${code}`);
    expect(wrong({})).toEqual([]);
    expect(wrong({ kind: 'target', series: 'plan', measuredIn: 'ministry' })).toEqual([]);
    expect(wrong({ series: 'plan' })).toEqual(['series series_no_method']);
    expect(wrong({ kind: 'target', measuredIn: 'plan' })).toEqual([
      ...['series series_no_plan', 'measuredIn series_no_method'],
    ]);
    expect(wrong({ measuredIn: 'ministry' })).toEqual(['measuredIn measured_in_of_target']);
    expect(wrong({ unit: 'people' })).toEqual(['unit unit_of_indicator']);
    expect(wrong({ sourceId: null })).toEqual(['sourceId figure_source_required']);
  });
});
