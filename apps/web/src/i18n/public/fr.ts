import register from '@/register/i18n/fr.json';
import shell from '@/app/i18n/fr.json';
import ui from '@/ui/i18n/fr.json';
import words from '@/words/i18n/fr.json';

/** What every page says. */
const sentences = { shell, ui, words, register };
export type PublicSentences = { [Area in keyof typeof sentences]: object };
export default sentences;
