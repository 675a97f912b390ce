import type { Letter, LetterItem } from './compose-letter';
import { Tongue, withoutIsolates } from '@app/platform';

/** The letter as plain text. Arabic keeps its isolating marks; the other languages need none. */
export function letterAsText(letter: Letter): string {
  const { tongue } = letter;
  const paragraphs = [
    ...(letter.training ? [`*** ${letter.training} ***`] : []),
    letter.greeting,
    letter.opening,
    ...letter.items.map((item) => itemAsText(item, tongue)),
    letter.closing.join('\n'),
  ];
  const text = `${paragraphs.join('\n\n')}\n`;
  return tongue.language === 'ar' ? text : withoutIsolates(text);
}

function itemAsText({ title, lines, link, linkLabel, why }: LetterItem, tongue: Tongue): string {
  const entry = (label: string, value: string) => tongue.say('mail_label_value', { label, value });
  return [
    entry(tongue.phrase('mail_label_agreement'), title),
    ...lines.map(({ label, value }) => entry(label, value)),
    entry(linkLabel, link),
    entry(tongue.phrase('mail_label_why'), why),
  ].join('\n');
}
