import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import type { Zone } from '../domain/zone';
import { ZoneRepository } from '../persistence/zone.repository';

/** One zone. @throws RecordNotFound */
@Injectable()
export class FindZone {
  constructor(private readonly zones: ZoneRepository) {}

  async execute(id: string): Promise<Zone> {
    const zone = await this.zones.find(id);
    if (zone === null) throw new RecordNotFound();
    return zone;
  }
}
