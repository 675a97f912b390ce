/** French sets a space before double punctuation and inside its quotation marks at which no line may break. */
const CATALOGUE = /[\\/]i18n[\\/]fr\.json$/;
const NO_BREAK = '\u00a0';

/** The text with its spaces before `: ; ? ! »` and after `«` made unbreakable: catalogues are typed with ordinary ones. */
function withNoBreakSpaces(text) {
  return text.replace(/ (?=[:;?!»])/g, NO_BREAK).replace(/« /g, `«${NO_BREAK}`);
}

function typeset(node) {
  if (typeof node === 'string') return withNoBreakSpaces(node);
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, typeset(inner)]));
}

/** Sets the French catalogues as they are built, for the browser and for the pages that the server writes. */
function frenchTypography() {
  return {
    name: 'french-typography',
    enforce: 'pre',
    transform(code, id) {
      return CATALOGUE.test(id) ? { code: JSON.stringify(typeset(JSON.parse(code))), map: null } : null;
    },
  };
}

module.exports = { frenchTypography, withNoBreakSpaces };
