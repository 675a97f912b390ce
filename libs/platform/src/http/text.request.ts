import { LocalizedText, localizedText } from '@app/kernel';
import { Text } from './fields';

/** A text in up to three languages. */
export class TextInLanguages {
  @Text({ optional: true, min: 0 })
  ar?: string | null;

  @Text({ optional: true, min: 0 })
  fr?: string | null;

  @Text({ optional: true, min: 0 })
  en?: string | null;
}

/** The text with its missing languages as null; null for no text at all. */
export function textOf(request: TextInLanguages): LocalizedText {
  return localizedText(request);
}

/** The same for a text that may be missing or blank in all languages. */
export function optionalTextOf(request: TextInLanguages | null | undefined): LocalizedText | null {
  const text = request ? localizedText(request) : null;
  return text && (text.ar ?? text.fr ?? text.en) !== null ? text : null;
}
