import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { FieldsRefused } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import { FigureContent, figureViolations } from '../domain/indicator';
import { IndicatorRepository } from '../persistence/indicator.repository';

const indicatorFigureRecorded = auditKind<FigureContent>('indicator_figure.recorded', 'indicator_figure');

/** Records a national figure as published and answers its id. @throws FieldsRefused @throws FigureAlreadyRecorded */
@Injectable()
export class RecordIndicatorFigure {
  constructor(
    private readonly indicators: IndicatorRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(content: FigureContent, actor: Actor): Promise<string> {
    return this.transactions.run(async (tx) => {
      const violations = figureViolations(content);
      if ((await this.indicators.findNature(tx, content.indicatorCode)) === null) {
        violations.push({ field: 'indicatorCode', code: 'indicator_unknown' });
      }
      if (violations.length > 0) throw new FieldsRefused(violations);
      const id = newId();
      await this.indicators.insert(tx, id, content);
      await this.audit.note(tx, indicatorFigureRecorded, {
        actor,
        subjectId: id,
        payload: { ...content },
      });
      return id;
    });
  }
}
