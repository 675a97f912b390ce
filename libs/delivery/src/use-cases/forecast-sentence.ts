import { type Language, type LocalizedText, isMoneyUnit } from '@app/kernel';
import { Tongue } from '@app/platform';
import type { Forecast } from '../domain/forecast/forecast';

/** A forecast in words, and how it was made. */
export interface ForecastWords {
  readonly sentence: LocalizedText;
  /** Null where nothing was computed. */
  readonly method: LocalizedText | null;
}

/** What is counted: a unit of the register, or the stages of a commitment without a number. */
export type CountedIn = { readonly unit: string } | 'stages';

/**
 * Says a forecast in the three languages: the pace needed and the pace now, the range in months, and that it is wide
 * where few reports made it. Paces below ten keep one decimal; what is needed is rounded up, what is made is not.
 * @param country ISO code that decides the month names of Arabic.
 */
export function forecastWords(found: Forecast, counted: CountedIn, country: string): ForecastWords {
  const said = (say: (tongue: Tongue) => string): LocalizedText => {
    const of = (language: Language) => say(Tongue.of(language, country));
    return { ar: of('ar'), fr: of('fr'), en: of('en') };
  };
  return {
    sentence: said((tongue) => sentenceOf(found, counted, tongue)),
    method: 'method' in found ? said((tongue) => methodOf(found, tongue)) : null,
  };
}

type Founded = Extract<Forecast, { method: unknown }>;

function sentenceOf(found: Forecast, counted: CountedIn, tongue: Tongue): string {
  switch (found.kind) {
    case 'nothing_to_reach':
    case 'not_enough_reports':
      return tongue.phrase(`forecast.${found.kind}`);
    case 'reached':
      return tongue.phrase('forecast.reached', { date: tongue.date(found.on) });
    case 'never_at_this_pace':
      return [paceOf(found, counted, tongue), tongue.phrase(`forecast.${found.reason}`)].join(' ');
    case 'range': {
      const parts = [paceOf(found, counted, tongue), rangeOf(found, tongue)];
      if (found.method.wide)
        parts.push(tongue.phrase('forecast.wide', { reports: reportsOf(found, tongue) }));
      return parts.join(' ');
    }
  }
}

function paceOf({ pace }: Founded, counted: CountedIn, tongue: Tongue): string {
  const now = amount(nearest(pace.now), counted, tongue);
  if (pace.needed === null) return tongue.phrase('forecast.pace', { now });
  return tongue.phrase('forecast.pace_and_need', {
    now,
    needed: amount(above(pace.needed), counted, tongue),
  });
}

function rangeOf({ from, until }: Extract<Forecast, { kind: 'range' }>, tongue: Tongue): string {
  const month = (day: string) => tongue.stated(day.slice(0, 7));
  if (until === null) return tongue.phrase('forecast.earliest', { from: month(from) });
  return tongue.phrase('forecast.between', { from: month(from), until: month(until) });
}

function methodOf(found: Founded, tongue: Tongue): string {
  const reports = reportsOf(found, tongue);
  if (found.kind !== 'range') return tongue.phrase('forecast.method_of_pace', { reports });
  return tongue.phrase('forecast.method', { reports, share: Math.round(100 * found.method.share) });
}

function reportsOf({ method }: Founded, tongue: Tongue): string {
  return tongue.counted('counted.reports', method.observations);
}

function amount(value: number, counted: CountedIn, tongue: Tongue): string {
  if (counted === 'stages') return tongue.counted('counted.stages', value);
  return isMoneyUnit(counted.unit)
    ? tongue.money(value, counted.unit)
    : tongue.counted(`counted.${counted.unit}`, value);
}

/** As exact as it is read: whole from ten on, else with one decimal. */
function nearest(value: number): number {
  return Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

function above(value: number): number {
  return value < 10 ? Math.ceil(value * 10) / 10 : Math.ceil(value);
}
