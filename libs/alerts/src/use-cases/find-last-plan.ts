import { Injectable } from '@nestjs/common';
import { Clock } from '@app/kernel';
import { PlannerRepository } from '../persistence/planner.repository';

/** Tells when deadlines were last looked at: nobody is reminded while nobody plans. */
@Injectable()
export class FindLastPlan {
  constructor(
    private readonly planner: PlannerRepository,
    private readonly clock: Clock,
  ) {}

  /** Seconds of business time since the newest run of the planner; null before the first. */
  async secondsSince(): Promise<number | null> {
    const at = await this.planner.newestRun();
    return at === null ? null : Math.max(0, (this.clock.now().getTime() - at.getTime()) / 1000);
  }
}
