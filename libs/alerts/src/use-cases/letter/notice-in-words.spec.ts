import { type Language, calendarDate } from '@app/kernel';
import { registerSentences } from '@app/platform';
import type { AlertMessage, Notice } from '../../domain/alert-message';
import { ALERT_RULES } from '../../domain/rules';
import ar from '../../i18n/ar.json';
import en from '../../i18n/en.json';
import fr from '../../i18n/fr.json';
import { composeLetter } from './compose-letter';

registerSentences({ ar, fr, en });

const REPORT = {
  id: '01900000-0005-7000-8000-000000000005',
  periodFrom: calendarDate('2028-07-01'),
  periodUntil: calendarDate('2028-09-30'),
};
const SINCE = calendarDate('2028-11-24');

const NOTICES: readonly Notice[] = [
  { rule: 'report_due', report: REPORT, dueOn: calendarDate('2028-12-08') },
  { rule: 'report_waiting', report: REPORT, since: SINCE },
  {
    rule: 'report_decided',
    report: REPORT,
    decision: 'accepted_with_reservation',
    since: SINCE,
    claimed: 320,
    accepted: 280,
    reason: 'the payroll says so',
  },
  { rule: 'report_returned', report: REPORT, since: SINCE, reason: 'Which sites?' },
  { rule: 'stale_data', since: SINCE, asOf: calendarDate('2028-02-24') },
  { rule: 'version_returned', since: SINCE, reason: 'no source' },
  { rule: 'no_follow_up', since: SINCE },
  { rule: 'suspension_ends', since: SINCE, expectedEnd: calendarDate('2028-12-08') },
  { rule: 'agreement_amended', since: SINCE, number: '2 bis' },
  { rule: 'forecast_crosses', since: SINCE, forecast: { ar: 'في 2031', fr: 'en 2031', en: 'in 2031' } },
];

function letter(
  notice: Notice,
  language: Language,
  threshold = 5,
  because: AlertMessage['because'] = 'owner',
) {
  const message: AlertMessage = {
    ...{ rule: notice.rule, threshold, catchUp: false, move: null, milestone: null, notice, because },
    subjectType: 'report' in notice ? 'report' : 'commitment',
    agreement: {
      id: '01900000-0003-7000-8000-000000000001',
      reference: 'MIT-2025-0003',
      title: { ar: 'مركز <خيالي>', fr: 'Centre fictif', en: 'Fictional centre' },
    },
    promise: {
      title: { ar: 'مناصب شغل', fr: 'Emplois', en: 'Jobs' },
      quantity: {
        ...{ qualifier: 'more_than', value: 1000, unit: 'jobs', relation: 'direct' },
        ...{ stability: 'stable', basis: 'new', level: 'firm', stated: null },
      },
    },
    deadline: { stated: '2028', precision: 'year', lastDay: calendarDate('2028-12-31') },
    position: { ar: 'المسؤول', fr: 'Responsable', en: 'Owner' },
  };
  return composeLetter({
    ...{ messages: [message], language, country: 'ma', today: calendarDate('2028-12-01') },
    ...{ publicUrl: 'https://mithaq.test', isTraining: false },
  });
}
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replace(/[\u00a0\u202f]/g, ' ');
const noticeOf = (rule: Notice['rule']) => NOTICES.find((notice) => notice.rule === rule) as Notice;

describe('what a letter says of reports and of what is known', () => {
  it.each([
    ['report_due', 'en', 'report due, 7 days left', 'Due: Friday 8 December 2028'],
    ['report_due', 'fr', 'rapport à remettre, il reste 7 jours', 'À remettre le : vendredi 8 décembre 2028'],
    ['report_due', 'ar', 'تقرير مطلوب، بقيت 7 أيام', 'آخر أجل للتقديم: الجمعة 8 دجنبر 2028'],
    ['report_waiting', 'en', 'report waiting for review', 'Period: 1 July 2028 to 30 September 2028'],
    [
      'report_waiting',
      'fr',
      'rapport en attente d’examen',
      'règle : rapport en attente d’examen, après 5 jours ouvrables',
    ],
    ['report_waiting', 'ar', 'تقرير ينتظر المراجعة', 'القاعدة: تقرير ينتظر المراجعة، بعد 5 أيام عمل'],
    ['report_decided', 'en', 'report accepted with another figure', 'Accepted: 280 new direct stable jobs'],
    [
      'report_decided',
      'fr',
      'rapport accepté avec un autre chiffre',
      'Rapporté : 320 emplois directs stables à créer',
    ],
    ['report_decided', 'ar', 'قبول تقرير برقم آخر', 'التعليل: the payroll says so'],
    ['report_returned', 'en', 'report returned with questions', 'Questions: Which sites?'],
    ['report_returned', 'fr', 'rapport renvoyé avec des questions', 'Renvoyé le : vendredi 24 novembre 2028'],
    ['report_returned', 'ar', 'إعادة تقرير مع أسئلة', 'الأسئلة: Which sites?'],
    ['stale_data', 'en', 'no recent figure', 'Last accepted figure: 24 February 2028'],
    ['stale_data', 'fr', 'aucun chiffre récent', 'Dernier chiffre accepté : 24 février 2028'],
    ['stale_data', 'ar', 'لا رقم حديث', 'آخر رقم مقبول: 24 فبراير 2028'],
    ['version_returned', 'en', 'draft returned', 'Reason: no source'],
    ['version_returned', 'fr', 'projet renvoyé', 'Renvoyé le : vendredi 24 novembre 2028'],
    ['version_returned', 'ar', 'إعادة مشروع', 'القاعدة: إعادة مشروع، بعد 5 أيام عمل'],
    ['no_follow_up', 'en', 'no instrument follows', 'rule: no instrument follows, after 5 months.'],
    ['no_follow_up', 'fr', 'aucun instrument ne fait suite', 'aucun instrument ne fait suite, après 5 mois.'],
    ['no_follow_up', 'ar', 'لا صك يتبع', 'لا صك يتبع، بعد 5 أشهر.'],
    ['suspension_ends', 'en', 'end of a suspension', 'Expected end: Friday 8 December 2028'],
    ['suspension_ends', 'fr', 'fin d’une suspension', 'Fin prévue : vendredi 8 décembre 2028'],
    ['suspension_ends', 'ar', 'نهاية تعليق', 'النهاية المتوقعة: الجمعة 8 دجنبر 2028'],
    ['agreement_amended', 'en', 'agreement amended', 'Amendment: 2 bis'],
    ['agreement_amended', 'fr', 'accord modifié par avenant', 'En vigueur à partir du : 24 novembre 2028'],
    ['agreement_amended', 'ar', 'تعديل الاتفاق', 'الملحق: 2 bis'],
    ['forecast_crosses', 'en', 'forecast past the deadline', 'Forecast: in 2031'],
    ['forecast_crosses', 'fr', 'prévision au-delà de l’échéance', 'Prévision : en 2031'],
    ['forecast_crosses', 'ar', 'توقع يتجاوز الأجل', 'التوقع: في 2031'],
  ] as const)('%s, in %s', (rule, language, subject, line) => {
    const said = letter(noticeOf(rule), language);
    expect(plain(said.subject)).toContain(subject);
    expect(plain(said.text)).toContain(line);
    expect(said.html).toContain(`dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
  });

  it('isolates what people typed among Arabic words, and writes none of it as markup', () => {
    const { text, html } = letter(
      { ...noticeOf('report_returned'), reason: 'A <b>firm</b>?' } as Notice,
      'ar',
    );
    expect(text).toContain('\u2068A <b>firm</b>?\u2069');
    expect(html).toContain('<bdi>A &lt;b&gt;firm&lt;/b&gt;?</bdi>');
  });

  it('leads each reader to the pages of whoever they are', () => {
    const link = (because: AlertMessage['because']) =>
      /https:\/\/mithaq\.test(\S+)/.exec(letter(noticeOf('report_due'), 'en', -7, because).text)?.[1];
    expect(link('obligor')).toBe(`/portal/reports/${REPORT.id}`);
    expect(link('representative')).toBe(`/portal/reports/${REPORT.id}`);
    expect(link('superior')).toBe(`/staff/reports/${REPORT.id}`);
  });

  it('has an opening and a name for every rule', () => {
    const named = ALERT_RULES.filter(({ kind }) => kind === 'notice' || kind === 'fact').map(
      ({ code }) => code,
    );
    for (const catalogue of [ar, fr, en]) {
      for (const rule of named) {
        expect(catalogue).toHaveProperty(`mail_opening_${rule}`);
        expect(catalogue).toHaveProperty(`mail_rule_${rule}`);
      }
    }
  });
});
