import { Injectable } from '@nestjs/common';
import type { EffectsObserver, Observation } from '@app/agreements';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import { ALERT_RULES } from '../domain/rules';
import { upcomingThresholds } from '../domain/upcoming-thresholds';
import { LiveTermRepository } from '../persistence/live-term.repository';

/** What alerts see of an agreement when a change of it is previewed: on which day which reminder falls due. */
@Injectable()
export class ObserveAlerts implements EffectsObserver {
  readonly area = 'alert';

  constructor(
    private readonly terms: LiveTermRepository,
    private readonly calendar: BusinessCalendar,
  ) {}

  async observe(tx: EntityManager, agreementId: string): Promise<Observation[]> {
    const workingDays = await this.calendar.workingDays();
    const today = this.calendar.today();
    const terms = await this.terms.list(tx, agreementId);
    return terms.flatMap(({ title, ...term }) =>
      upcomingThresholds(term, ALERT_RULES, workingDays, today).map(({ rule, days, dueOn }) => ({
        key: `${term.subjectId}|${rule}|${days}`,
        subjectType: term.subjectType,
        subjectId: term.subjectId,
        title,
        detail: `${rule} ${days}`,
        value: dueOn,
      })),
    );
  }
}
