import register from '@/register/i18n/ar.json';
import shell from '@/app/i18n/ar.json';
import ui from '@/ui/i18n/ar.json';
import words from '@/words/i18n/ar.json';

/** What every page says. */
const sentences = { shell, ui, words, register };
export type PublicSentences = { [Area in keyof typeof sentences]: object };
export default sentences;
