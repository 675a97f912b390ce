/** What may be said behind `npm start --`. Written for any Node: it is read before anything is installed or built. */
var DEMO = '--demo';

/** Returns the words for the launcher, or the sentence with which the start is refused. */
function readStartArguments(words, env) {
  var unknown = words.filter(function (word) {
    return word !== DEMO;
  })[0];
  if (unknown !== undefined) return { refusal: 'npm start knows ' + DEMO + ' and not "' + unknown + '".' };
  var demo = words.indexOf(DEMO) >= 0;
  if (demo && (env.NODE_ENV || '').trim() === 'production') {
    return {
      refusal:
        DEMO +
        ' is refused with NODE_ENV=production: its accounts are fictional and ask for no second factor.',
    };
  }
  return { demo: demo };
}

module.exports = { readStartArguments: readStartArguments };
