import type { AgreementDocument } from './agreement-document';
import type { LegalState } from './legal-states';
import { badgesOf } from './legal-badges';

const SIGNING = {
  date: { stated: '2025' },
  dateAbsence: null,
  place: null,
  eventId: null,
  sharesEventAmount: false,
};
const document = (change: Partial<AgreementDocument> = {}) =>
  ({
    signing: SIGNING,
    parties: [],
    partiesAbsence: null,
    signatories: [],
    signatoriesAbsence: null,
    ...change,
  }) as unknown as AgreementDocument;

describe('what the papers do not give', () => {
  it.each<[string, LegalState, Partial<AgreementDocument>, boolean, string[]]>([
    ['everything is there', 'signed', {}, true, []],
    ['no text', 'in_force', {}, false, ['text_not_held']],
    ['no text of what was not signed', 'announced', { signing: { ...SIGNING, date: null } }, false, []],
    ['no text of what lapsed after it was signed', 'lapsed', {}, false, ['text_not_held']],
    [
      'no date of the signature',
      'signed',
      { signing: { ...SIGNING, date: null, dateAbsence: 'not_published' } },
      true,
      ['signing_date_not_published'],
    ],
    [
      'nobody who signed',
      'signed',
      { signatoriesAbsence: 'not_published' },
      true,
      ['signatories_not_published'],
    ],
    ['no parties', 'under_negotiation', { partiesAbsence: 'not_published' }, true, ['parties_not_published']],
    [
      'parties without a name',
      'signed',
      { parties: [{ organisationId: null }] as unknown as AgreementDocument['parties'] },
      true,
      ['parties_not_published'],
    ],
  ])('is a badge: %s', (_, state, change, textHeld, expected) => {
    expect(badgesOf(state, document(change), textHeld)).toEqual(expected);
  });
});
