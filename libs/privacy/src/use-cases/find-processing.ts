import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import type { Processing } from '../domain/processing';
import { ProcessingRepository } from '../persistence/processing.repository';

/** One processing. @throws RecordNotFound */
@Injectable()
export class FindProcessing {
  constructor(private readonly processings: ProcessingRepository) {}

  async execute(id: string): Promise<Processing> {
    const processing = await this.processings.find(id);
    if (processing === null) throw new RecordNotFound();
    return processing;
  }
}
