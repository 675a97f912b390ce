import { publicPartOf } from './public-part';

describe('what an investor reads of an answer', () => {
  it('holds no note, tag or owner, however deep', () => {
    const answer = {
      id: 'a',
      tags: ['watch'],
      owner: { positionId: 'p' },
      ownerPositionId: 'p',
      note: 'doubtful',
      commitments: [{ id: 'c', note: 'late', place: { regionCodes: ['MA-04'], note: 'near the port' } }],
    };
    expect(publicPartOf(answer, [])).toEqual({
      id: 'a',
      tags: [],
      owner: null,
      ownerPositionId: null,
      note: null,
      commitments: [{ id: 'c', note: null, place: { regionCodes: ['MA-04'], note: null } }],
    });
  });

  it('holds the contacts of their own organisation and of no other', () => {
    const reportingContacts = [{ email: 'reports@atlas.test', language: 'fr' }];
    const page = {
      items: [
        { id: 'own', reportingContacts },
        { id: 'other', reportingContacts },
      ],
      total: 2,
    };
    expect(publicPartOf(page, ['own'])).toEqual({
      items: [
        { id: 'own', reportingContacts },
        { id: 'other', reportingContacts: [] },
      ],
      total: 2,
    });
  });

  it('leaves what is no record as it is', () => {
    const at = new Date('2026-11-23T10:00:00Z');
    expect(publicPartOf({ at, total: 3, name: null }, [])).toEqual({ at, total: 3, name: null });
    expect(publicPartOf(undefined, [])).toBeUndefined();
  });
});
