import { registerSentences, spokenSentence } from '../index';

registerSentences({
  ar: { test_reply_open: 'إلى غاية {until}، بعد {days}: {name}' },
  fr: { test_reply_open: 'jusqu’au {until}, après {days} : {name}' },
  en: { test_reply_open: 'until {until}, after {days}: {name}' },
});

describe('a sentence on a page', () => {
  const values = { until: '2029-11-01', days: 10, name: '2029-11' };

  it.each([
    ['ar', 'إلى غاية 1 نونبر 2029، بعد 10: 2029-11'],
    ['fr', 'jusqu’au 1er novembre 2029, après 10\u00a0: 2029-11'],
    ['en', 'until 1 November 2029, after 10: 2029-11'],
  ] as const)('writes its days in the language of its reader (%s)', (language, written) => {
    expect(spokenSentence('test_reply_open', language, values)).toBe(written);
  });

  it('leaves alone what only looks like a day', () => {
    const odd = { ...values, until: '2029-13-40', name: 'MIT-2029-11-01' };
    expect(spokenSentence('test_reply_open', 'en', odd)).toBe('until 2029-13-40, after 10: MIT-2029-11-01');
  });
});
