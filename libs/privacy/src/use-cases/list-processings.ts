import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@app/platform';
import type { Processing } from '../domain/processing';
import { ProcessingRepository } from '../persistence/processing.repository';

/** The register of processings: what this software does with personal data first. */
@Injectable()
export class ListProcessings {
  constructor(private readonly processings: ProcessingRepository) {}

  async execute(page: PageRequest): Promise<Page<Processing>> {
    return this.processings.list(page);
  }
}
