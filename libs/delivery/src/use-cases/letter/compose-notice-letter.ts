import type { CalendarDate, Language, LocalizedText } from '@app/kernel';
import { LETTER_STYLE, Tongue, asHtml, htmlSheet, withoutIsolates } from '@app/platform';
import type { AdverseWord } from '../../domain/right-of-reply';

/** What the mail of a notice says. */
export interface NoticeLetterFacts {
  readonly word: AdverseWord;
  readonly reference: string;
  readonly agreementTitle: LocalizedText;
  readonly commitmentTitle: LocalizedText;
  readonly lastDay: CalendarDate;
  /** The last day of a reply that the word waits for. */
  readonly repliesUntil: CalendarDate;
  readonly language: Language;
  /** Decides nothing but the words of Arabic. */
  readonly country: string;
  readonly publicUrl: string;
  /** Whether business time is not the real time. */
  readonly isTraining: boolean;
}

export interface NoticeLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes which word is to be said about which promise, from when, and how to reply; without any link. */
export function composeNoticeLetter(facts: NoticeLetterFacts): NoticeLetter {
  const tongue = Tongue.of(facts.language, facts.country);
  const subject = tongue.say('reply_mail_subject', { reference: facts.reference });
  const training = facts.isTraining ? tongue.phrase('mail_training') : null;
  const marked = facts.isTraining ? `[${tongue.phrase('mail_training_mark')}] ${subject}` : subject;
  const word = tongue.phrase(`reply_mail_word_${facts.word}`);
  const until = tongue.dayOfWeek(facts.repliesUntil);
  const rows = [
    ['agreement', `${facts.reference}, ${tongue.text(facts.agreementTitle)}`],
    ['promise', tongue.text(facts.commitmentTitle)],
    ['last_day', tongue.date(facts.lastDay)],
    ['word', word],
    ['until', until],
  ].map(([label = '', value = '']) => tongue.say(`reply_mail_${label}`, { value }));
  const paragraphs = [
    tongue.phrase('mail_greeting'),
    tongue.phrase('reply_mail_opening'),
    rows.join('\n'),
    tongue.say('reply_mail_reply', { until, host: new URL(facts.publicUrl).host }),
    tongue.phrase('mail_closing'),
  ];
  const footer = [tongue.phrase('mail_signature'), tongue.phrase('reply_mail_automatic')];
  const text = `${[...(training ? [`*** ${training} ***`] : []), ...paragraphs, footer.join('\n')].join('\n\n')}\n`;
  return {
    subject: withoutIsolates(marked),
    text: tongue.language === 'ar' ? text : withoutIsolates(text),
    html: htmlSheet({
      tongue,
      subject: marked,
      training,
      content: [
        ...paragraphs.map((one) => `<p>${asHtml(one).replaceAll('\n', '<br>')}</p>`),
        ...footer.map((line) => `<p style="${LETTER_STYLE.small}">${asHtml(line)}</p>`),
      ],
    }),
  };
}
