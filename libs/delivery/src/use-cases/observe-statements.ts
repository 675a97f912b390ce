import { Injectable } from '@nestjs/common';
import type { EffectsObserver, Observation } from '@app/agreements';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import { readCommitmentFilter } from '../domain/commitment-filter';
import { CommitmentRepository } from '../persistence/commitment.repository';

/** An agreement has fewer promises than this. */
const ALL = { limit: 500, cursor: null, exactCount: false };

/** What readers are told of the promises of an agreement, when a change of it is previewed: how each stands. */
@Injectable()
export class ObserveStatements implements EffectsObserver {
  readonly area = 'public_statement';

  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly calendar: BusinessCalendar,
  ) {}

  async observe(_: EntityManager, agreementId: string): Promise<Observation[]> {
    const filter = readCommitmentFilter({ agreement: agreementId });
    const today = this.calendar.today();
    const { items } = await this.commitments.list(filter, ALL, { today, synonyms: [], scope: [] });
    return items.flatMap(({ id, title, status, milestones }) => [
      { key: id, subjectType: 'commitment', subjectId: id, title, detail: null, value: status },
      ...milestones.map((milestone) => ({
        key: milestone.id,
        subjectType: 'milestone',
        subjectId: milestone.id,
        title: milestone.title,
        detail: null,
        value: milestone.status,
      })),
    ]);
  }
}
