import type { LocalizedText } from '@app/kernel';

/** A text in the languages of the register; null where it is not known. */
export class LocalizedTextResponse implements LocalizedText {
  ar: string | null;
  fr: string | null;
  en: string | null;
}
