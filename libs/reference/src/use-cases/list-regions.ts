import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@app/platform';
import type { Region } from '../domain/region';
import { RegionRepository } from '../persistence/region.repository';

/** The regions, by code. */
@Injectable()
export class ListRegions {
  constructor(private readonly regions: RegionRepository) {}

  async execute(page: PageRequest): Promise<Page<Region>> {
    return this.regions.list(page);
  }
}
