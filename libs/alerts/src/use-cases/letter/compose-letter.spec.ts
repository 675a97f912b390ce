import { calendarDate, publishedDate } from '@app/kernel';
import { registerSentences } from '@app/platform';
import { AlertMessage } from '../../domain/alert-message';
import ar from '../../i18n/ar.json';
import en from '../../i18n/en.json';
import fr from '../../i18n/fr.json';
import { LetterFacts, composeLetter } from './compose-letter';

registerSentences({ ar, fr, en });

function deadline(stated: string): AlertMessage['deadline'] {
  const { precision, lastDay } = publishedDate(stated);
  return { stated, precision, lastDay };
}

const MESSAGE: AlertMessage = {
  rule: 'deadline_ahead',
  threshold: -30,
  catchUp: false,
  subjectType: 'commitment',
  agreement: {
    id: '01900000-0003-7000-8000-000000000001',
    reference: 'MIT-2025-0003',
    title: { ar: 'مركز خدمات خيالي', fr: 'Centre de services fictif', en: 'Fictional <service> centre' },
  },
  promise: {
    title: { ar: 'مناصب شغل مباشرة', fr: 'Emplois directs', en: 'Direct jobs' },
    quantity: {
      qualifier: 'more_than',
      value: 1000,
      unit: 'jobs',
      relation: 'direct',
      stability: 'stable',
      basis: 'new',
      level: 'firm',
      stated: null,
    },
  },
  milestone: null,
  deadline: deadline('2028'),
  move: null,
  notice: null,
  because: 'owner',
  position: { ar: 'صاحب السجل', fr: 'Responsable du registre', en: 'Owner of the register' },
};

const AMENDMENT = { number: '2 bis', effectiveOn: calendarDate('2028-11-15') };

function moved(changes: Partial<NonNullable<AlertMessage['move']>>): NonNullable<AlertMessage['move']> {
  const recordedOn = calendarDate('2028-11-30');
  return { oldStated: '2028', version: 3, recordedOn, act: 'amendment', amendment: AMENDMENT, ...changes };
}

function letter(changes: Partial<AlertMessage> = {}, facts: Partial<LetterFacts> = {}) {
  return composeLetter({
    messages: [{ ...MESSAGE, ...changes }],
    language: 'en',
    country: 'ma',
    today: calendarDate('2028-12-01'),
    publicUrl: 'https://mithaq.test',
    isTraining: false,
    ...facts,
  });
}

describe('the letter of an alert', () => {
  it('names agreement, promise in figures, deadline as published, days left and why it comes', () => {
    const { subject, text } = letter();
    expect(subject).toBe('[MIT-2025-0003] 30 days left: more than 1,000 new direct stable jobs');
    expect(text).toContain('Agreement: MIT-2025-0003 – Fictional <service> centre');
    expect(text).toContain('In figures: more than 1,000 new direct stable jobs');
    expect(text).toContain('Deadline as published: 2028');
    expect(text).toContain('Last day: Sunday 31 December 2028');
    expect(text).toContain('your position, Owner of the register, owns this agreement');
    expect(text).toContain('rule: deadline ahead, 30 days before');
    expect(text).toContain('https://mithaq.test/agreements/01900000-0003-7000-8000-000000000001');
  });

  it('speaks French', () => {
    const { subject, text } = letter({}, { language: 'fr', today: calendarDate('2029-01-07') });
    expect(subject.replace(/\s/g, ' ')).toBe(
      '[MIT-2025-0003] 7 jours de retard : plus de 1 000 emplois directs stables à créer',
    );
    expect(text).toContain('L’échéance d’un engagement que vous suivez est passée.');
    expect(text).toContain('Dernier jour : dimanche 31 décembre 2028');
  });

  it('speaks Arabic from right to left, with every foreign value isolated', () => {
    const { subject, text, html } = letter({}, { language: 'ar', today: calendarDate('2028-12-20') });
    expect(subject).toBe('[MIT-2025-0003] بقي 11 يوما: أكثر من 1.000 منصب شغل مباشر قار يتم إحداثه');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('بقي <bdi>11</bdi> يوما');
    expect(html).toContain('الأحد 31 دجنبر 2028');
    expect(text).toContain('\u2068MIT-2025-0003 – مركز خدمات خيالي\u2069');
  });

  it.each([
    ['2028-12-30', 'بقي يوم واحد'],
    ['2028-12-29', 'بقي يومان'],
    ['2028-12-24', 'بقيت 7 أيام'],
    ['2028-12-31', 'اليوم آخر يوم'],
    ['2029-01-02', 'تأخر بيومين'],
    ['2029-04-10', 'تأخر بـ 100 يوم'],
  ])('counts days in Arabic on %s', (today, words) => {
    const { subject } = letter({}, { language: 'ar', today: calendarDate(today) });
    expect(subject).toContain(words);
  });

  it('escapes what people typed', () => {
    const { html } = letter({
      promise: { title: { ar: null, fr: null, en: '<img src=x onerror="a()">\u2069' }, quantity: null },
    });
    expect(html).toContain('Fictional &lt;service&gt; centre');
    expect(html).toContain('&lt;img src=x onerror=&quot;a()&quot;&gt;');
    expect(html).not.toContain('<img');
    expect(html.match(/<bdi>/g)).toHaveLength(html.match(/<\/bdi>/g)?.length ?? -1);
  });

  it('says the old date, the new date and the act of a move', () => {
    const { subject, text } = letter({
      rule: 'deadline_moved',
      threshold: 1,
      deadline: deadline('2029-H1'),
      move: moved({ oldStated: '2028', version: 3 }),
    });
    expect(subject).toContain('deadline moved');
    expect(text).toContain('Deadline until now: 2028');
    expect(text).toContain('New deadline: first half of 2029');
    expect(text).toContain(
      'Moved by: amendment 2 bis, in effect from 15 November 2028 (version 3 of the agreement, recorded on 30 November 2028)',
    );
  });

  it.each([
    ['en', 'amendment', 'amendment 2 bis, in effect from 15 November 2028'],
    ['fr', 'amendment', 'avenant 2 bis, en vigueur à partir du 15 novembre 2028'],
    ['ar', 'amendment', 'الملحق 2 bis، الساري ابتداء من 15'],
    ['en', 'rectification', 'rectification: our recording error'],
    ['fr', 'completion', 'complément'],
    ['ar', 'suspension', 'انتهاء تعليق'],
  ] as const)('names in %s the act of a move: %s', (language, act, words) => {
    const move = moved({ act, amendment: act === 'amendment' ? AMENDMENT : null });
    const { text } = letter({ rule: 'deadline_moved', move }, { language });
    expect(text.replace(/[\u2066-\u2069]/g, '')).toContain(words);
  });

  it('says that a deadline was taken away', () => {
    const { text } = letter({
      rule: 'deadline_moved',
      deadline: null,
      move: moved({ oldStated: '2028-06', version: 2 }),
    });
    expect(text).toContain('Deadline until now: June 2028');
    expect(text).toContain('New deadline: no deadline stated');
  });

  it('lists several alerts in one letter, the longest overdue first', () => {
    const late = {
      ...MESSAGE,
      deadline: deadline('2020'),
      agreement: { ...MESSAGE.agreement, reference: 'MIT-2016-0001' },
    };
    const { subject, text } = letter({}, { messages: [MESSAGE, MESSAGE, late, MESSAGE, MESSAGE, MESSAGE] });
    expect(subject).toBe('6 deadlines need your attention');
    expect(text.indexOf('MIT-2016-0001')).toBeLessThan(text.indexOf('MIT-2025-0003'));
  });

  it('says in subject and body that the clock is a training clock', () => {
    for (const [language, mark] of [
      ['ar', 'توقيت تدريبي'],
      ['fr', 'Horloge d’exercice'],
      ['en', 'Training clock'],
    ] as const) {
      const { subject, text, html } = letter({}, { language, isTraining: true });
      expect(subject.startsWith(`[${mark}]`)).toBe(true);
      expect(text.startsWith('***')).toBe(true);
      expect(html).toContain('background:#fff4d6');
    }
  });

  it.each([
    [{ qualifier: 'at_least', value: 1, relation: 'both' }, 'at least 1 new direct and indirect stable job'],
    [{ qualifier: 'exactly', basis: 'additional' }, '1,000 additional direct stable jobs'],
    [
      { qualifier: 'about', basis: 'site_capacity', level: 'capacity' },
      'about 1,000 direct stable jobs (capacity of the site)',
    ],
    [
      { qualifier: 'not_stated', unit: 'MAD', value: 1250.5, basis: 'not_stated' },
      '1,250.50 Moroccan dirhams',
    ],
    [{ value: null, stated: 'thousands of jobs' }, 'thousands of jobs'],
    [
      { level: 'programme', basis: 'not_stated' },
      'more than 1,000 direct stable jobs (aim of the whole programme)',
    ],
  ])('puts the figure %j in words', (changes, words) => {
    const quantity = { ...MESSAGE.promise.quantity, ...changes } as NonNullable<
      AlertMessage['promise']['quantity']
    >;
    const { text } = letter({ promise: { ...MESSAGE.promise, quantity } });
    expect(text).toContain(`In figures: ${words}`);
  });
});
