import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/audit';
import type { CalendarDate } from '@app/kernel';
import type { EntityManager } from 'typeorm';

/** The end of a suspension that is being recorded. */
export interface Resumption {
  readonly agreementId: string;
  /** The first day of the suspension. */
  readonly from: CalendarDate;
  /** The first day after it. */
  readonly until: CalendarDate;
  readonly actor: Actor;
}

/** What a feature to the right held up while an agreement was suspended. */
export interface ResumptionFollower {
  /** Lets its own clocks go on, in the transaction of the step. */
  resume(tx: EntityManager, resumption: Resumption): Promise<void>;
}

/** The features whose clocks stand while an agreement is suspended; each adds itself when it is started. */
@Injectable()
export class ResumptionFollowers {
  private readonly followers: ResumptionFollower[] = [];

  /** Adds a feature. */
  alsoFollows(follower: ResumptionFollower): void {
    this.followers.push(follower);
  }

  /** Lets the clocks of all of them go on. */
  async resume(tx: EntityManager, resumption: Resumption): Promise<void> {
    for (const follower of this.followers) await follower.resume(tx, resumption);
  }
}
