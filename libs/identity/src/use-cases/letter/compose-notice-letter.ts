import type { Language } from '@app/kernel';
import { LETTER_STYLE, Tongue, asHtml, htmlSheet, withoutIsolates } from '@app/platform';
import type { AccountNotice } from '../../domain/account-notice';

export interface NoticeLetterFacts {
  readonly notice: AccountNotice;
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

/** Writes what happened to somebody's account, and what to do if it was not they; without any link. */
export function composeNoticeLetter(facts: NoticeLetterFacts): NoticeLetter {
  const { notice } = facts;
  const tongue = Tongue.of(facts.language, facts.country);
  const subject = tongue.phrase(`notice_mail_subject_${notice}`);
  const training = facts.isTraining ? tongue.phrase('mail_training') : null;
  const titled = facts.isTraining ? `[${tongue.phrase('mail_training_mark')}] ${subject}` : subject;
  const content = [
    tongue.phrase('mail_greeting'),
    tongue.phrase(`notice_mail_opening_${notice}`),
    tongue.phrase('notice_mail_yours'),
    tongue.say('notice_mail_not_yours', { host: new URL(facts.publicUrl).host }),
    tongue.phrase('mail_closing'),
  ];
  const footer = [tongue.phrase('mail_signature'), tongue.phrase('notice_mail_automatic')];
  const paragraphs = [...(training ? [`*** ${training} ***`] : []), ...content, footer.join('\n')];
  const text = `${paragraphs.join('\n\n')}\n`;
  return {
    subject: titled,
    text: tongue.language === 'ar' ? text : withoutIsolates(text),
    html: htmlSheet({
      tongue,
      subject: titled,
      training,
      content: [
        ...content.map((line) => `<p>${asHtml(line)}</p>`),
        ...footer.map((line) => `<p style="${LETTER_STYLE.small}">${asHtml(line)}</p>`),
      ],
    }),
  };
}
