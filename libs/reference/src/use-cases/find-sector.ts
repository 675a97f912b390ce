import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import type { Sector } from '../domain/sector';
import { SectorRepository } from '../persistence/sector.repository';

/** One sector. @throws RecordNotFound */
@Injectable()
export class FindSector {
  constructor(private readonly sectors: SectorRepository) {}

  async execute(id: string): Promise<Sector> {
    const sector = await this.sectors.find(id);
    if (sector === null) throw new RecordNotFound();
    return sector;
  }
}
