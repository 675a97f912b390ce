import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MergeRepository } from '../persistence/merge.repository';

/** Who stays for records that were merged, by id; whoever was not merged is missing. */
export interface Staying {
  readonly organisations: ReadonlyMap<string, string>;
  readonly persons: ReadonlyMap<string, string>;
}

/** Reads documents from before a merge: they keep the ids that they were written with. */
@Injectable()
export class WhoStays {
  constructor(private readonly merges: MergeRepository) {}

  async execute(
    db: EntityManager,
    organisationIds: readonly string[],
    personIds: readonly string[],
  ): Promise<Staying> {
    return {
      organisations: await this.merges.whoStays(db, 'organisation', organisationIds),
      persons: await this.merges.whoStays(db, 'person', personIds),
    };
  }
}
