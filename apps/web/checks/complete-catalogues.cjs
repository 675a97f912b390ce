/** Whether every sentence of the web application exists in its three languages, in all forms that each language counts by. */
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const LANGUAGES = ['ar', 'fr', 'en'];
const PLURAL = /_(zero|one|two|few|many|other)$/;
const VALUE = /\{\{\s*(\w+)[^}]*\}\}/g;

/** Which endings a counted sentence has in each language; French says `many` for millions. */
const FORMS = {
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  fr: ['one', 'many', 'other'],
  en: ['one', 'other'],
};

/** Forms of one number each, which a language may say in words. */
const IN_WORDS = ['zero', 'one', 'two'];

/** Ends the build when a sentence is missing in a language, lacks a plural form, or names other values. */
function completeCatalogues(source) {
  return {
    name: 'complete-catalogues',
    buildStart() {
      const faults = findCatalogueFaults(source);
      if (faults.length > 0) this.error(`sentences are missing or differ:\n${faults.join('\n')}`);
    },
  };
}

/** One line for each thing that is wrong with the catalogues `<area>/i18n/{ar,fr,en}.json` below a folder. */
function findCatalogueFaults(source) {
  return foldersOfCatalogues(source).flatMap((folder) => {
    const catalogues = Object.fromEntries(
      LANGUAGES.map((language) => [language, readSentences(join(folder, `${language}.json`))]),
    );
    return faultsBetween(catalogues).map((fault) => `${folder}: ${fault}`);
  });
}

function foldersOfCatalogues(source) {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|[\\/])i18n[\\/]en\.json$/.test(path))
    .map((path) => join(source, path, '..'))
    .sort();
}

function readSentences(file) {
  const sentences = new Map();
  const walk = (node, path) => {
    if (typeof node === 'string') sentences.set(path, node);
    else for (const [key, inner] of Object.entries(node)) walk(inner, path ? `${path}.${key}` : key);
  };
  walk(JSON.parse(readFileSync(file, 'utf8')), '');
  return sentences;
}

function faultsBetween(catalogues) {
  const counted = new Set(
    LANGUAGES.flatMap((language) => [...catalogues[language].keys()].filter(isCounted).map(stemOf)),
  );
  const plain = new Set(
    LANGUAGES.flatMap((language) => [...catalogues[language].keys()].filter((key) => !isCounted(key))),
  );
  const faults = [];
  for (const language of LANGUAGES) {
    const sentences = catalogues[language];
    for (const key of plain) if (!sentences.get(key)?.trim()) faults.push(`${key} is missing in ${language}`);
    for (const stem of counted) {
      for (const form of FORMS[language]) {
        if (!sentences.get(`${stem}_${form}`)?.trim())
          faults.push(`${stem}_${form} is missing in ${language}`);
      }
    }
  }
  return [...faults, ...faultsOfValues(catalogues, plain), ...faultsOfCountedValues(catalogues, counted)];
}

function faultsOfValues(catalogues, plain) {
  return [...plain].flatMap((key) => {
    const named = LANGUAGES.map((language) => valuesOf(catalogues[language].get(key) ?? ''));
    return new Set(named).size === 1 ? [] : [`${key} names other values in another language`];
  });
}

/**
 * The forms of a counted sentence name the same values in all languages; those for none, one and two may say the number
 * in words, and so leave one value out.
 */
function faultsOfCountedValues(catalogues, counted) {
  return [...counted].flatMap((stem) => {
    const forms = LANGUAGES.flatMap((language) =>
      FORMS[language].map((form) => ({
        inWords: IN_WORDS.includes(form),
        values: namesIn(catalogues[language].get(`${stem}_${form}`) ?? ''),
      })),
    );
    const all = new Set(forms.flatMap(({ values }) => values));
    const fits = ({ inWords, values }) => values.length >= all.size - (inWords ? 1 : 0);
    return forms.every(fits) ? [] : [`${stem} names other values in another form or language`];
  });
}

const isCounted = (key) => PLURAL.test(key);
const stemOf = (key) => key.replace(PLURAL, '');
const valuesOf = (sentence) => namesIn(sentence).sort().join();
const namesIn = (sentence) => [...new Set([...sentence.matchAll(VALUE)].map(([, name]) => name))];

module.exports = { completeCatalogues, findCatalogueFaults };
