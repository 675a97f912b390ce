import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import type { Region } from '../domain/region';
import { RegionRepository } from '../persistence/region.repository';

/** One region. @throws RecordNotFound */
@Injectable()
export class FindRegion {
  constructor(private readonly regions: RegionRepository) {}

  async execute(id: string): Promise<Region> {
    const region = await this.regions.find(id);
    if (region === null) throw new RecordNotFound();
    return region;
  }
}
