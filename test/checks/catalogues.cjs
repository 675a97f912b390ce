/**
 * Every sentence exists in Arabic, French and English, with the same values in it. Catalogues are
 * `libs/<feature>/src/i18n/{ar,fr,en}.json`: one object, sentences by code, `{name}` for a value.
 */
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const LANGUAGES = ['ar', 'fr', 'en'];
const ARABIC = /\p{Script=Arabic}/u;
const LETTER = /\p{L}/u;
const PLACEHOLDER = /\{(\w+)\}/g;

/** Forms in which a language may say the number in words: `deux emplois` in French, the dual in Arabic. */
const SAID_IN_WORDS = /_(?:zero|one|two)$/;

const placeholdersOf = (sentence) => [...sentence.matchAll(PLACEHOLDER)].map(([mark]) => mark).sort();

function readCatalogue(folder, language, problems) {
  const file = join(folder, `${language}.json`);
  if (!existsSync(file)) {
    problems.push(`${language}.json is missing`);
    return {};
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

function problemsOfSentence(code, sentences) {
  const problems = [];
  for (const language of LANGUAGES) {
    const sentence = sentences[language];
    if (sentence === undefined) {
      problems.push(`${code}: no sentence in ${language}`);
      continue;
    }
    if (typeof sentence !== 'string' || sentence.trim() === '') {
      problems.push(`${code}: empty in ${language}`);
      continue;
    }
    const words = sentence.replace(PLACEHOLDER, '');
    if (LETTER.test(words) && ARABIC.test(words) !== (language === 'ar')) {
      problems.push(`${code}: not in the letters of ${language}`);
    }
  }
  const spoken = Object.entries(sentences).filter(([, sentence]) => typeof sentence === 'string');
  const named = spoken.map(([, sentence]) => placeholdersOf(sentence));
  const most = named.reduce((a, b) => (b.length > a.length ? b : a), []);
  const mayLeaveOut = SAID_IN_WORDS.test(code) ? 1 : 0;
  const agree = (values) =>
    values.every((value) => most.includes(value)) && most.length - values.length <= mayLeaveOut;
  if (!named.every(agree)) {
    problems.push(`${code}: the languages differ in their values`);
  }
  return problems;
}

/** One line for each thing that is wrong with the catalogues under `root`. */
function findCatalogueProblems(root) {
  const found = [];
  const ownerOfCode = new Map();
  for (const feature of readdirSync(join(root, 'libs')).sort()) {
    const folder = join(root, 'libs', feature, 'src', 'i18n');
    if (!existsSync(folder) || !readdirSync(folder).some((name) => name.endsWith('.json'))) continue;
    const problems = [];
    const catalogues = Object.fromEntries(
      LANGUAGES.map((language) => [language, readCatalogue(folder, language, problems)]),
    );
    for (const code of new Set(LANGUAGES.flatMap((language) => Object.keys(catalogues[language])))) {
      const owner = ownerOfCode.get(code);
      if (owner) problems.push(`${code}: also in ${owner}`);
      ownerOfCode.set(code, feature);
      const sentences = Object.fromEntries(
        LANGUAGES.map((language) => [language, catalogues[language][code]]),
      );
      problems.push(...problemsOfSentence(code, sentences));
    }
    found.push(...problems.map((problem) => `libs/${feature}: ${problem}`));
  }
  return found;
}

module.exports = { findCatalogueProblems };

if (require.main === module) {
  const problems = findCatalogueProblems(resolve(__dirname, '../..'));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
