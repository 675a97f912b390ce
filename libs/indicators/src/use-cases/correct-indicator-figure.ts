import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, changedFields, auditKind, Changed } from '@app/audit';
import { Access, NATIONWIDE } from '@app/identity';
import { FieldsRefused } from '@app/kernel';
import { RecordVersion, Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { Figure, FigureCorrection, correctedFigure, figureViolations } from '../domain/indicator';
import { IndicatorRepository } from '../persistence/indicator.repository';

/** A correction with the reason for it, which is read beside what the figure said before. */
export interface ReasonedCorrection extends FigureCorrection {
  readonly reason: string;
}

const indicatorFigureCorrected = auditKind<Changed>('indicator_figure.corrected', 'indicator_figure');

/**
 * Corrects a national figure; what it counts, where it comes from and what it read before stay.
 * @throws RecordNotFound @throws RecordIsStale @throws FieldsRefused @throws FigureAlreadyRecorded @throws OutsideScope
 */
@Injectable()
export class CorrectIndicatorFigure {
  constructor(
    private readonly indicators: IndicatorRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly access: Access,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(
    version: RecordVersion,
    { reason, ...correction }: ReasonedCorrection,
    actor: Actor,
  ): Promise<Figure> {
    return this.transactions.run(async (tx) => {
      const before = await this.indicators.lock(tx, version);
      this.access.requireAt('indicator.correct', NATIONWIDE);
      const after = correctedFigure(before, correction);
      const violations = figureViolations(after);
      if (violations.length > 0) throw new FieldsRefused(violations);
      const changed = changedFields(before, after);
      if (Object.keys(changed).length === 0) return before;
      const on = this.calendar.today();
      await this.indicators.correct(tx, before, after, { reason, by: actor, on });
      await this.audit.note(tx, indicatorFigureCorrected, {
        actor,
        subjectId: version.id,
        reason,
        payload: { changed },
      });
      return { ...before, ...after, revision: before.revision + 1 };
    });
  }
}
