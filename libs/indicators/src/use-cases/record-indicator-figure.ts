import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Access, NATIONWIDE } from '@app/identity';
import { FieldsRefused } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import { FigureContent, figureViolations, recordingViolations } from '../domain/indicator';
import { IndicatorRepository } from '../persistence/indicator.repository';

const indicatorFigureRecorded = auditKind<FigureContent>('indicator_figure.recorded', 'indicator_figure');

/** Records a national figure as published and answers its id. @throws FieldsRefused @throws FigureAlreadyRecorded @throws OutsideScope */
@Injectable()
export class RecordIndicatorFigure {
  constructor(
    private readonly indicators: IndicatorRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly access: Access,
  ) {}

  async execute(content: FigureContent, actor: Actor): Promise<string> {
    return this.transactions.run(async (tx) => {
      this.access.requireAt('indicator.record', NATIONWIDE);
      const violations = figureViolations(content);
      const [indicator] = await this.indicators.indicators(tx, content.indicatorCode);
      if (indicator) violations.push(...recordingViolations(content, indicator));
      else violations.push({ field: 'indicatorCode', code: 'indicator_unknown' });
      const { sourceId, sectorCode } = content;
      if (sourceId !== null && !(await this.indicators.knowsSource(tx, sourceId))) {
        violations.push({ field: 'sourceId', code: 'unknown_reference' });
      }
      if (sectorCode !== null && !(await this.indicators.knowsSector(tx, sectorCode))) {
        violations.push({ field: 'sectorCode', code: 'unknown_reference' });
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
