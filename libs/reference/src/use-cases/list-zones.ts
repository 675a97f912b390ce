import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@app/platform';
import type { Zone } from '../domain/zone';
import { ZoneRepository } from '../persistence/zone.repository';

/** The zones, by code. */
@Injectable()
export class ListZones {
  constructor(private readonly zones: ZoneRepository) {}

  async execute(page: PageRequest): Promise<Page<Zone>> {
    return this.zones.list(page);
  }
}
