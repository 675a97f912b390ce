import type { Language, LocalizedText } from '@app/kernel';
import { LETTER_STYLE, Tongue, asHtml, htmlSheet, withoutIsolates } from '@app/platform';
import { type Role, isInvestorRole } from '../../domain/roles';
import type { LinkPurpose } from '../../domain/single-use-link';

export interface LinkLetterFacts {
  readonly purpose: LinkPurpose;
  readonly language: Language;
  /** Decides nothing but the words of Arabic. */
  readonly country: string;
  readonly publicUrl: string;
  /** The address with the token. */
  readonly link: string;
  /** What the invited person is to be. */
  readonly roles: readonly Role[];
  /** The organisation of an invited investor. */
  readonly organisation: LocalizedText | null;
  /** Whether business time is not the real time. */
  readonly isTraining: boolean;
}

export interface LinkLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes a mail with a link that works once, as plain text and as HTML; it says where the link leads. */
export function composeLinkLetter(facts: LinkLetterFacts): LinkLetter {
  const { purpose, link } = facts;
  const tongue = Tongue.of(facts.language, facts.country);
  const subject = tongue.phrase(`link_mail_subject_${purpose}`);
  const training = facts.isTraining ? tongue.phrase('mail_training') : null;
  const label = tongue.phrase(`link_mail_label_${purpose}`);
  const before = [tongue.phrase('mail_greeting'), openingOf(facts, tongue)];
  const after = [
    tongue.say(`link_mail_leads_${purpose}`, { host: new URL(facts.publicUrl).host }),
    tongue.phrase(`link_mail_valid_${purpose}`),
    tongue.phrase(`link_mail_unexpected_${purpose}`),
    tongue.phrase('mail_closing'),
  ];
  const footer = [tongue.phrase('mail_signature'), tongue.phrase('link_mail_automatic')];
  const titled = facts.isTraining ? `[${tongue.phrase('mail_training_mark')}] ${subject}` : subject;
  return {
    subject: titled,
    text: asText(
      [
        ...(training ? [`*** ${training} ***`] : []),
        ...before,
        `${tongue.phrase('mail_label_value', { label, value: '' }).trim()}\n${link}`,
        ...after,
        footer.join('\n'),
      ],
      tongue,
    ),
    html: htmlSheet({
      tongue,
      subject: titled,
      training,
      content: [
        ...before.map((line) => `<p>${asHtml(line)}</p>`),
        `<p><a href="${asHtml(link)}" style="${LETTER_STYLE.link}">${asHtml(label)}</a></p>`,
        ...after.map((line) => `<p>${asHtml(line)}</p>`),
        ...footer.map((line) => `<p style="${LETTER_STYLE.small}">${asHtml(line)}</p>`),
      ],
    }),
  };
}

function openingOf({ purpose, roles, organisation }: LinkLetterFacts, tongue: Tongue): string {
  if (purpose === 'password_reset') return tongue.phrase('link_mail_opening_password_reset');
  const [role] = roles;
  if (organisation !== null && role !== undefined && isInvestorRole(role)) {
    return tongue.say(`link_mail_opening_${role}`, { organisation: tongue.text(organisation) });
  }
  const named = roles.map((one) => tongue.phrase(`role.${one}`));
  return tongue.say('link_mail_opening_staff', {
    roles: new Intl.ListFormat(tongue.language).format(named),
  });
}

/** Arabic keeps its isolating marks; the other languages need none. */
function asText(paragraphs: readonly string[], tongue: Tongue): string {
  const text = `${paragraphs.join('\n\n')}\n`;
  return tongue.language === 'ar' ? text : withoutIsolates(text);
}
