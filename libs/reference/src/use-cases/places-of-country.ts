import { Injectable } from '@nestjs/common';
import { KnownPlaces } from '@app/identity';
import { RegionRepository } from '../persistence/region.repository';
import { SectorRepository } from '../persistence/sector.repository';

/** The regions and sectors of the country, for the scopes of roles. */
@Injectable()
export class PlacesOfCountry extends KnownPlaces {
  constructor(
    private readonly regions: RegionRepository,
    private readonly sectors: SectorRepository,
  ) {
    super();
  }

  async unknownAmong(kind: 'regions' | 'sectors', codes: readonly string[]): Promise<readonly string[]> {
    const places = kind === 'regions' ? this.regions : this.sectors;
    const known = await Promise.all(codes.map((code) => places.hasCode(code)));
    return codes.filter((_, index) => !known[index]);
  }
}
