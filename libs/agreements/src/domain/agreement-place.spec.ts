import { placeOfAgreement, zonesOf } from './agreement-place';
import type { AgreementDocument } from './agreement-document';

type Placed = Pick<AgreementDocument, 'commitments' | 'sectorCodes'>;

function promisedIn(
  ...places: readonly { readonly regionCodes?: string[]; readonly zoneIds?: string[] }[]
): Placed {
  const commitments = places.map(({ regionCodes = [], zoneIds = [] }) => ({
    place: {
      scope: regionCodes.length > 0 ? 'regions' : 'not_stated',
      regionCodes,
      zoneIds,
      cities: [],
      note: null,
    },
  }));
  return { commitments, sectorCodes: ['ITO'] } as unknown as Placed;
}

describe('where an agreement lies', () => {
  const zones = new Map([['z1', 'MA-06']]);

  it('is in the regions of all its promises, those of their zones among them, each once', () => {
    const document = promisedIn(
      { regionCodes: ['MA-04', 'MA-06'] },
      { regionCodes: ['MA-04'], zoneIds: ['z1'] },
    );
    expect(zonesOf(document)).toEqual(['z1']);
    expect(placeOfAgreement(document, zones)).toEqual({ regions: ['MA-04', 'MA-06'], sectors: ['ITO'] });
  });

  it('is in the region of a zone although the promise states none', () => {
    expect(placeOfAgreement(promisedIn({ zoneIds: ['z1', 'unknown'] }), zones).regions).toEqual(['MA-06']);
  });

  it('is in no region when all that is promised is nationwide or says nothing of places', () => {
    expect(placeOfAgreement(promisedIn({}, {}), zones).regions).toEqual([]);
  });
});
