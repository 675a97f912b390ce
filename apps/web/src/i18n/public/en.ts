import register from '@/register/i18n/en.json';
import shell from '@/app/i18n/en.json';
import ui from '@/ui/i18n/en.json';
import words from '@/words/i18n/en.json';

/** What every page says. */
const sentences = { shell, ui, words, register };
export type PublicSentences = { [Area in keyof typeof sentences]: object };
export default sentences;
