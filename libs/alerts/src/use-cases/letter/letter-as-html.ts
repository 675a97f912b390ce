import { LETTER_STYLE, type Tongue, asHtml, htmlSheet } from '@app/platform';
import type { Letter, LetterItem } from './compose-letter';

const STYLE = {
  ...LETTER_STYLE,
  item: 'margin:24px 0;padding:16px 20px;border:1px solid #d9ded9',
  title: 'margin:0 0 12px;font-size:18px',
  label:
    'padding:2px 0;padding-inline-end:16px;text-align:start;vertical-align:top;font-weight:normal;color:#5a6963',
  value: 'padding:2px 0;vertical-align:top',
} as const;

/** The letter as HTML without images, scripts or anything fetched from elsewhere. */
export function letterAsHtml(letter: Letter): string {
  const { tongue, greeting, opening, items, closing } = letter;
  const [thanks, ...footer] = closing;
  return htmlSheet({
    ...letter,
    content: [
      `<p>${asHtml(greeting)}</p>`,
      `<p>${asHtml(opening)}</p>`,
      ...items.map((item) => itemAsHtml(item, tongue)),
      `<p>${asHtml(thanks ?? '')}</p>`,
      ...footer.map((line) => `<p style="${STYLE.small}">${asHtml(line)}</p>`),
    ],
  });
}

function itemAsHtml({ title, lines, link, linkLabel, why }: LetterItem, tongue: Tongue): string {
  const rows = lines.map(
    ({ label, value }) =>
      `<tr><th scope="row" style="${STYLE.label}">${asHtml(label)}</th><td style="${STYLE.value}"><bdi>${asHtml(value)}</bdi></td></tr>`,
  );
  return `<section style="${STYLE.item}">
<h2 style="${STYLE.title}"><bdi>${asHtml(title)}</bdi></h2>
<table role="presentation" cellspacing="0" cellpadding="0">
${rows.join('\n')}
</table>
<p><a href="${asHtml(link)}" style="${STYLE.link}">${asHtml(linkLabel)}</a></p>
<p style="${STYLE.small}">${asHtml(tongue.phrase('mail_label_value', { label: tongue.phrase('mail_label_why'), value: why }))}</p>
</section>`;
}
