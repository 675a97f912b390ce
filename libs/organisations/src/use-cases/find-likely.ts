import { Injectable } from '@nestjs/common';
import { AccessLog, RecordsRead, auditKind } from '@app/audit';
import { LikelyOrganisation, LikelyPerson, LikelyRepository } from '../persistence/likely.repository';

const likelyPersonsRead = auditKind<RecordsRead>('person.likely_listed', 'account');

/** What is asked for before something is recorded: what the register may hold already, the most alike first. */
@Injectable()
export class FindLikely {
  constructor(
    private readonly likely: LikelyRepository,
    private readonly accessLog: AccessLog,
  ) {}

  organisations(names: readonly string[], ice: string | null): Promise<LikelyOrganisation[]> {
    return this.likely.organisations(names, ice);
  }

  /** Who read the names is noted. */
  async persons(names: readonly string[]): Promise<LikelyPerson[]> {
    const found = await this.likely.persons(names);
    await this.accessLog.noteListed(
      likelyPersonsRead,
      found.map(({ id }) => id),
    );
    return found;
  }
}

export type { LikelyOrganisation, LikelyPerson } from '../persistence/likely.repository';
