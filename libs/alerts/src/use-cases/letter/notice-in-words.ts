import { type Tongue, hasSentence } from '@app/platform';
import type { Notice, ShiftedDeadline } from '../../domain/alert-message';

/** One line of a letter: its label's code and what stands beside it. */
export interface NoticeLine {
  readonly label: string;
  readonly value: string;
}

/** Shifted deadlines that one letter lists; the rest it counts. */
const MOST_SHIFTED = 100;

/** What a letter says of an agreement as a whole, or of a finding in it. */
export function noticeInWords(notice: Notice, tongue: Tongue): readonly NoticeLine[] {
  const since = { label: 'since', value: tongue.date(notice.since) };
  switch (notice.rule) {
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

function shiftInWords({ promise, milestone, from, to }: ShiftedDeadline, tongue: Tongue): string {
  const stated = (date: string | null) =>
    date === null ? tongue.phrase('mail_no_deadline') : tongue.stated(date);
  return tongue.say('mail_shift', {
    promise: tongue.text(milestone ?? promise),
    from: stated(from),
    to: stated(to),
  });
}
