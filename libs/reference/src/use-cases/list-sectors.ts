import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@app/platform';
import type { Sector } from '../domain/sector';
import { SectorRepository } from '../persistence/sector.repository';

/** The sectors, by code. */
@Injectable()
export class ListSectors {
  constructor(private readonly sectors: SectorRepository) {}

  async execute(page: PageRequest): Promise<Page<Sector>> {
    return this.sectors.list(page);
  }
}
