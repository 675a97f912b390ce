import { COUNTED_UNITS, calendarDate } from '@app/kernel';
import { registerSentences } from '@app/platform';
import type { Forecast } from '../domain/forecast/forecast';
import ar from '../i18n/ar.json';
import en from '../i18n/en.json';
import fr from '../i18n/fr.json';
import { forecastWords } from './forecast-sentence';

registerSentences({ ar, fr, en });

const day = calendarDate;
const method = { name: 'theil_sen', observations: 5, wide: false, share: 0.8 } as const;
const range = (now: number, needed: number | null): Forecast => ({
  kind: 'range',
  from: day('2031-05-12'),
  until: day('2033-03-02'),
  asOf: day('2028-06-30'),
  method,
  pace: { now, needed },
});
const JOBS = { unit: 'jobs' };

/** As read: marks of direction and thin spaces are no words. */
const read = (text: string | null) =>
  (text ?? '').replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/[\u202f\u00a0]/g, ' ');

describe('the sentence of a forecast', () => {
  it('says both paces and the range in three languages', () => {
    const { sentence } = forecastWords(range(12.1, 30.2), JOBS, 'MA');
    expect(read(sentence.en)).toBe(
      'It needs 31 jobs a month and makes 12 jobs a month. At this pace the target is reached between May 2031 and March 2033.',
    );
    expect(read(sentence.fr)).toBe(
      'Il faut 31 emplois par mois, le rythme actuel est de 12 emplois par mois. À ce rythme, la cible est atteinte entre mai 2031 et mars 2033.',
    );
    expect(read(sentence.ar)).toBe(
      'يلزم 31 منصب شغل في الشهر، والوتيرة الحالية هي 12 منصب شغل في الشهر. بهذه الوتيرة يتحقق الهدف ما بين ماي 2031 ومارس 2033.',
    );
  });

  it.each([
    [1, 'منصب شغل واحد'],
    [2, 'منصبي شغل'],
    [3.3, '3,3 منصب شغل'],
    [7, '7 مناصب شغل'],
    [12, '12 منصب شغل'],
    [100, '100 منصب شغل'],
  ])('counts %d jobs in the Arabic form of the number', (now, words) => {
    const { sentence } = forecastWords(range(now, null), JOBS, 'MA');
    expect(read(sentence.ar)).toContain(`الوتيرة الحالية هي ${words} في الشهر.`);
  });

  it('says money with its currency, and stages as stages', () => {
    const money = forecastWords(range(1_250_000, null), { unit: 'MAD' }, 'MA').sentence;
    expect(read(money.en)).toMatch(/^It makes 1,250,000 Moroccan dirhams a month/);
    expect(read(forecastWords(range(0.25, 0.41), 'stages', 'MA').sentence.fr)).toMatch(
      /^Il faut 0,5 étape par mois, le rythme actuel est de 0,3 étape par mois/,
    );
  });

  it('says that a range is wide, and how it was made', () => {
    const wide = {
      ...range(12, 31),
      method: { ...method, observations: 2, wide: true, share: 0.9 },
    } as Forecast;
    const words = forecastWords(wide, JOBS, 'MA');
    expect(read(words.sentence.en)).toMatch(/The range is wide: it rests on only 2 reports\.$/);
    expect(read(words.sentence.ar)).toMatch(/المجال واسع لأنه مبني على تقريرين فقط\.$/);
    expect(read(words.method?.en ?? null)).toContain('Theil and Sen). The range holds 90 per cent');
  });

  it('has words for every forecast and every unit, never with a placeholder left', () => {
    const founded = { asOf: day('2028-06-30'), method, pace: { now: 0, needed: 3 } };
    const all: Forecast[] = [
      { kind: 'nothing_to_reach' },
      { kind: 'not_enough_reports', observations: 1 },
      { kind: 'reached', on: day('2028-06-30') },
      { kind: 'never_at_this_pace', reason: 'standstill', ...founded },
      { kind: 'never_at_this_pace', reason: 'falling', ...founded },
      { kind: 'never_at_this_pace', reason: 'too_slow', ...founded },
      { ...range(3, 4), until: null } as Forecast,
      range(3, 4),
    ];
    for (const unit of [...COUNTED_UNITS, 'MAD', 'EUR']) {
      for (const found of all) {
        const { sentence, method: how } = forecastWords(found, { unit }, 'MA');
        for (const text of [...Object.values(sentence), ...Object.values(how ?? {})]) {
          expect(text).toMatch(/\S/);
          expect(text).not.toContain('{');
        }
      }
    }
    expect(read(forecastWords(all[1] as Forecast, JOBS, 'MA').sentence.en)).toMatch(/^Not enough reports/);
  });
});
