import type { Quantity } from '@app/kernel';
import { type Tongue, hasSentence } from '@app/platform';
import type { Notice, ShiftedDeadline, TalkedOfReport } from '../../domain/alert-message';
import { promiseInWords } from './promise-in-words';

/** One line of a letter: its label's code and what stands beside it. */
export interface NoticeLine {
  readonly label: string;
  readonly value: string;
}

/** Shifted deadlines that one letter lists; the rest it counts. */
const MOST_SHIFTED = 100;

/**
 * What a letter says beside the promise, where it is about something else than a deadline.
 * @param promised the promised figure, by whose unit others are said; null where there is none.
 */
export function noticeInWords(
  notice: Notice,
  promised: Quantity | null,
  tongue: Tongue,
): readonly NoticeLine[] {
  if (notice.rule === 'report_due')
    return [
      periodInWords(notice.report, tongue),
      { label: 'report_due', value: tongue.dayOfWeek(notice.dueOn) },
    ];
  const since = { label: 'since', value: tongue.date(notice.since) };
  switch (notice.rule) {
    case 'report_waiting':
      return [
        periodInWords(notice.report, tongue),
        { label: 'submitted', value: tongue.dayOfWeek(notice.since) },
      ];
    case 'report_returned':
      return [
        periodInWords(notice.report, tongue),
        { label: 'returned', value: tongue.dayOfWeek(notice.since) },
        ...lineOf('questions', notice.reason),
      ];
    case 'report_decided': {
      const { report, decision, claimed, accepted, reason } = notice;
      return [
        periodInWords(report, tongue),
        { label: 'decision', value: tongue.phrase(`mail_decision_${decision}`) },
        ...lineOf('claimed', figureInWords(claimed, promised, tongue)),
        ...lineOf('accepted', figureInWords(accepted, promised, tongue)),
        ...lineOf(decision === 'returned' ? 'questions' : 'reason', reason),
      ];
    }
    case 'version_submitted':
      return [{ label: 'submitted', value: tongue.dayOfWeek(notice.since) }];
    case 'version_verified':
      return [{ label: 'verified', value: tongue.dayOfWeek(notice.since) }];
    case 'version_returned':
      return [
        { label: 'returned', value: tongue.dayOfWeek(notice.since) },
        ...lineOf('reason', notice.reason),
      ];
    case 'agreement_amended':
      return [
        ...lineOf('amendment', notice.number),
        { label: 'effective', value: tongue.date(notice.since) },
      ];
    case 'no_follow_up':
      return [{ label: 'signed', value: tongue.date(notice.since) }];
    case 'suspension_ends':
      return [since, { label: 'expected_end', value: tongue.dayOfWeek(notice.expectedEnd) }];
    case 'stale_data': {
      const known = notice.asOf === null ? tongue.phrase('mail_nothing_accepted') : tongue.date(notice.asOf);
      return [{ label: 'last_figure', value: known }];
    }
    case 'forecast_crosses':
      return [{ label: 'forecast', value: tongue.text(notice.forecast) }];
    case 'impossible_data': {
      const code = `finding_${notice.query}`;
      const finding = hasSentence(code) ? tongue.phrase(code) : notice.query;
      return [
        { label: 'finding', value: finding },
        { label: 'detail', value: notice.detail },
        { label: 'first_seen', value: since.value },
      ];
    }
    case 'agreement_suspended': {
      const { ground, expectedEnd } = notice;
      const end = expectedEnd === null ? tongue.phrase('mail_end_not_stated') : tongue.date(expectedEnd);
      return [
        ...(ground === null ? [] : [{ label: 'ground', value: ground }]),
        since,
        { label: 'expected_end', value: end },
      ];
    }
    case 'agreement_resumed': {
      const { shifted } = notice;
      if (shifted.length === 0)
        return [since, { label: 'shifted', value: tongue.phrase('mail_none_shifted') }];
      const more = shifted.length - MOST_SHIFTED;
      return [
        since,
        ...shifted
          .slice(0, MOST_SHIFTED)
          .map((one) => ({ label: 'shifted', value: shiftInWords(one, tongue) })),
        ...(more > 0
          ? [{ label: 'shifted', value: tongue.phrase('mail_more', { count: tongue.number(more) }) }]
          : []),
      ];
    }
  }
}

function lineOf(label: string, value: string | null): NoticeLine[] {
  return value === null ? [] : [{ label, value }];
}

function periodInWords({ periodFrom, periodUntil }: TalkedOfReport, tongue: Tongue): NoticeLine {
  const until = tongue.date(periodUntil);
  return {
    label: 'period',
    value:
      periodFrom === null ? until : tongue.phrase('mail_range', { from: tongue.date(periodFrom), until }),
  };
}

/** A reported figure in the words of the promised one; null where there is none. */
function figureInWords(value: number | null, promised: Quantity | null, tongue: Tongue): string | null {
  if (value === null || promised === null) return null;
  return promiseInWords({ ...promised, qualifier: 'exactly', value }, tongue);
}

function shiftInWords({ promise, milestone, from, to }: ShiftedDeadline, tongue: Tongue): string {
  const stated = (date: string | null) =>
    date === null ? tongue.phrase('mail_no_deadline') : tongue.stated(date);
  return tongue.say('mail_shift', {
    promise: tongue.text(milestone ?? promise),
    from: stated(from),
    to: stated(to),
  });
}
