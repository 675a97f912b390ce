import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@app/platform';
import type { RetentionRun } from '../domain/retention';
import { RetentionRunRepository } from '../persistence/retention-run.repository';

/** The runs of the retention job, the latest first. */
@Injectable()
export class ListRetentionRuns {
  constructor(private readonly runs: RetentionRunRepository) {}

  async execute(page: PageRequest): Promise<Page<RetentionRun>> {
    return this.runs.list(page);
  }
}
