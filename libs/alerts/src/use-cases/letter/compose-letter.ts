import { CalendarDate, Language, daysBetween } from '@app/kernel';
import { Tongue, withoutIsolates } from '@app/platform';
import { AlertMessage } from '../../domain/alert-message';
import { letterAsHtml } from './letter-as-html';
import { letterAsText } from './letter-as-text';
import { ALERT_RULES, DEADLINE_RULES, factRules, hasPromise } from '../../domain/rules';
import { noticeInWords } from './notice-in-words';
import { promiseInWords } from './promise-in-words';

/** What the letter says of one alert. */
export interface LetterItem {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly link: string;
  /** What the link opens. */
  readonly linkLabel: string;
  readonly why: string;
}

/** A letter before it is written as text or as HTML; values stand between isolating marks. */
export interface Letter {
  readonly tongue: Tongue;
  readonly subject: string;
  readonly training: string | null;
  readonly greeting: string;
  readonly opening: string;
  readonly items: readonly LetterItem[];
  readonly closing: readonly string[];
}

export interface LetterFacts {
  /** At least one; several make one letter that lists them, the longest overdue first. */
  readonly messages: readonly AlertMessage[];
  readonly language: Language;
  readonly country: string;
  /** The business date on which it is sent. */
  readonly today: CalendarDate;
  readonly publicUrl: string;
  /** Whether business time is not the real time. */
  readonly isTraining: boolean;
}

export interface ComposedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Alerts that one letter tells in full, the longest overdue first; the rest it counts. Nobody reads thousands. */
const MOST_ITEMS = 100;

/** Writes the mail of one or several alerts, as plain text and as HTML, in the reader's language. */
export function composeLetter(facts: LetterFacts): ComposedLetter {
  const tongue = Tongue.of(facts.language, facts.country);
  const messages = [...facts.messages].sort((one, other) => lastDayOf(one).localeCompare(lastDayOf(other)));
  const [only] = messages;
  if (only === undefined) throw new Error('a letter needs a message');
  const about = messages.length === 1 ? aboutOne(only, facts, tongue) : aboutSeveral(messages, tongue);
  const letter: Letter = {
    tongue,
    subject: withoutIsolates(
      facts.isTraining ? `[${tongue.phrase('mail_training_mark')}] ${about.subject}` : about.subject,
    ),
    training: facts.isTraining ? tongue.phrase('mail_training') : null,
    greeting: tongue.phrase('mail_greeting'),
    opening: about.opening,
    items: messages.slice(0, MOST_ITEMS).map((message) => itemOf(message, facts, tongue)),
    closing: [
      ...(messages.length > MOST_ITEMS
        ? [tongue.phrase('mail_more', { count: tongue.number(messages.length - MOST_ITEMS) })]
        : []),
      ...['mail_closing', 'mail_signature', 'mail_automatic'].map((code) => tongue.phrase(code)),
    ],
  };
  return { subject: letter.subject, text: letterAsText(letter), html: letterAsHtml(letter) };
}

function lastDayOf({ deadline }: AlertMessage): string {
  return deadline?.lastDay ?? 'none';
}

function aboutOne(
  message: AlertMessage,
  { today }: LetterFacts,
  tongue: Tongue,
): { subject: string; opening: string } {
  const { rule, deadline, notice } = message;
  const { reference } = message.agreement;
  const promise = figuresOf(message, tongue) || tongue.text(message.milestone ?? message.promise.title);
  if (notice) {
    const what =
      notice.rule === 'report_due'
        ? tongue.phrase('mail_subject_report_due', { time: timeOf(notice.dueOn, today, tongue) })
        : tongue.phrase(`mail_rule_${notice.rule === 'report_decided' ? `report_${notice.decision}` : rule}`);
    return {
      subject: tongue.phrase('mail_subject_single', { reference, what, promise }),
      opening: tongue.phrase(`mail_opening_${rule}`),
    };
  }
  const late = deadline !== null && deadline.lastDay < today;
  const opening =
    rule === 'deadline_moved'
      ? 'mail_opening_deadline_moved'
      : late
        ? 'mail_opening_deadline_passed'
        : deadline?.lastDay === today
          ? 'mail_opening_deadline_today'
          : 'mail_opening_deadline_ahead';
  const what =
    rule === 'deadline_moved' || deadline === null
      ? tongue.phrase('mail_subject_moved')
      : timeOf(deadline.lastDay, today, tongue);
  const subject = tongue.phrase('mail_subject_single', { reference, what, promise });
  return { subject, opening: tongue.phrase(opening) };
}

function aboutSeveral(
  messages: readonly AlertMessage[],
  tongue: Tongue,
): { subject: string; opening: string } {
  const count = messages.length;
  const findings = messages.every(({ rule }) => rule === 'impossible_data');
  const deadlines = messages.every(({ rule }) => DEADLINE_RULES.includes(rule));
  const kind = findings ? 'findings' : deadlines ? 'bundle' : 'digest';
  return {
    subject: tongue.counted(`mail_subject_${kind}`, count),
    opening: tongue.phrase(findings ? 'mail_opening_impossible_data' : `mail_opening_${kind}`),
  };
}

function itemOf(message: AlertMessage, { publicUrl, today }: LetterFacts, tongue: Tongue): LetterItem {
  const { agreement, promise, milestone, deadline, move, notice, subjectType } = message;
  const lines: { label: string; value: string | null }[] = hasPromise(subjectType)
    ? [
        { label: 'promise', value: tongue.text(promise.title) },
        { label: 'milestone', value: milestone && tongue.text(milestone) },
        {
          label: 'figures',
          value: figuresOf(message, tongue) || tongue.phrase('mail_promise_without_figure'),
        },
      ]
    : [];
  if (notice) lines.push(...noticeInWords(notice, promise.quantity, tongue));
  if (move) {
    const statedOr = (stated: string | null) =>
      stated === null ? tongue.phrase('mail_no_deadline') : tongue.stated(stated);
    lines.push(
      { label: 'old_deadline', value: statedOr(move.oldStated) },
      { label: 'new_deadline', value: statedOr(deadline?.stated ?? null) },
      { label: 'act', value: actInWords(move, tongue) },
    );
  } else if (deadline) lines.push({ label: 'deadline', value: tongue.stated(deadline.stated) });
  if (deadline && !notice) {
    lines.push(
      { label: 'last_day', value: tongue.dayOfWeek(deadline.lastDay) },
      { label: 'time', value: timeOf(deadline.lastDay, today, tongue) },
    );
  }
  return {
    title: `${agreement.reference} – ${tongue.text(agreement.title)}`,
    lines: lines.flatMap(({ label, value }) =>
      value === null ? [] : [{ label: tongue.phrase(`mail_label_${label}`), value }],
    ),
    link: `${publicUrl}${addressOf(message)}`,
    linkLabel: tongue.phrase(notice && 'report' in notice ? 'mail_label_link_report' : 'mail_label_link'),
    why: whyOf(message, tongue),
  };
}

/** An amendment by its own number and the day from which it holds; any other act by what it is. */
function actInWords(
  { act, amendment, version, recordedOn }: NonNullable<AlertMessage['move']>,
  tongue: Tongue,
): string {
  const recorded = { version, date: tongue.date(recordedOn) };
  if (act !== 'amendment') return tongue.say(`mail_act_${act}`, recorded);
  if (amendment === null) return tongue.say('mail_act', recorded);
  const { number, effectiveOn } = amendment;
  return tongue.say('mail_act_amendment', { ...recorded, number, effective: tongue.date(effectiveOn) });
}

function figuresOf({ promise }: AlertMessage, tongue: Tongue): string {
  return promise.quantity ? promiseInWords(promise.quantity, tongue) : '';
}

function timeOf(lastDay: CalendarDate, today: CalendarDate, tongue: Tongue): string {
  const days = daysBetween(today, lastDay);
  if (days === 0) return tongue.phrase('mail_days_today');
  return days > 0 ? tongue.days('mail_days_left', days) : tongue.days('mail_days_late', -days);
}

function whyOf(message: AlertMessage, tongue: Tongue): string {
  const { because, position, catchUp } = message;
  const reason = tongue.say(`mail_why_${because}`, { position: position ? tongue.text(position) : '' });
  const ruleInWords = ruleAndStep(message, tongue);
  return tongue.phrase(catchUp ? 'mail_why_late' : 'mail_why', { because: reason, rule: ruleInWords });
}

/** The rule, and how far from its day this is: before it, on it, or so many days, working days or months after it. */
function ruleAndStep({ rule, threshold }: AlertMessage, tongue: Tongue): string {
  const days = Math.abs(threshold);
  if (rule === 'deadline_ahead' || rule === 'deadline_passed') {
    return threshold === 0
      ? tongue.phrase('mail_rule_on_the_day')
      : tongue.days(threshold < 0 ? 'mail_rule_ahead' : 'mail_rule_passed', days);
  }
  const said = tongue.phrase(`mail_rule_${rule}`);
  const fact = factRules(ALERT_RULES).find(({ code }) => code === rule);
  if (!fact || days === 0) return said;
  const counted = { days: threshold < 0 ? 'before' : 'after', working_days: 'worked', months: 'months' }[
    fact.counted
  ];
  return tongue.phrase('mail_rule_step', { rule: said, step: tongue.days(`mail_step_${counted}`, days) });
}

/** Where a reader finds what it is about: a report on the pages of whoever they are. */
function addressOf({ agreement, notice, because, subjectType }: AlertMessage): string {
  if (subjectType === 'draft') return `/staff/agreements/${agreement.id}/review`;
  if (!notice || !('report' in notice)) return `/agreements/${agreement.id}`;
  const isOfInvestor = because === 'obligor' || because === 'representative';
  return `/${isOfInvestor ? 'portal' : 'staff'}/reports/${notice.report.id}`;
}
