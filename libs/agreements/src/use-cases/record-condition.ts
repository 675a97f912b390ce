import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail } from '@app/audit';
import { FieldsRefused, LocalizedText, parsePublishedDate } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { takesConditions } from '../domain/agreement-workflow';
import { StepHindered } from '../domain/refusals';
import { ConditionRepository } from '../persistence/condition.repository';
import { ConditionPrecedentEntity } from '../persistence/legal-life.entities';
import { inLanguages } from '../persistence/project-document';
import { legalStateOf } from './gather-legal-facts';
import { conditionRecorded } from './legal-step-kinds';
import { LockCurrent } from './lock-current';
import { RequireScope } from './require-scope';

/** Something that must happen before an agreement takes effect. */
export interface ConditionToRecord {
  readonly agreementId: string;
  readonly expectedRevision: number;
  readonly text: LocalizedText;
  /** By when, as stated; null when the paper does not say. */
  readonly due: string | null;
  readonly actor: Actor;
}

/**
 * Records a condition precedent of an agreement that has not taken effect yet.
 * @returns its id. @throws RecordNotFound, RecordIsStale, NoCurrentVersion, OutsideScope, StepHindered, FieldsRefused
 */
@Injectable()
export class RecordCondition {
  constructor(
    private readonly transactions: Transactions,
    private readonly current: LockCurrent,
    private readonly conditions: ConditionRepository,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(request: ConditionToRecord): Promise<string> {
    const { agreementId, actor, text } = request;
    const due = request.due === null ? null : parsePublishedDate(request.due);
    if (request.due !== null && due === null) {
      throw new FieldsRefused([{ field: 'due.stated', code: 'not_a_date' }]);
    }
    if ((text.ar ?? text.fr ?? text.en) === null) {
      throw new FieldsRefused([{ field: 'text', code: 'text_in_no_language' }]);
    }
    return this.transactions.run(async (tx) => {
      const record = await this.current.execute(tx, agreementId, request.expectedRevision);
      await this.scope.at(tx, 'condition.record', record.document);
      if (!takesConditions(legalStateOf(record)))
        throw new StepHindered({ code: 'conditions_precede_force' });
      await this.current.change(tx, record);
      const id = newId();
      const number = await this.conditions.nextNumber(agreementId);
      await tx.insert(ConditionPrecedentEntity, {
        id,
        agreementId,
        number,
        ...inLanguages('text', text),
        dueStated: due?.stated ?? null,
        dueLastDay: due?.lastDay ?? null,
        recordedBy: actor,
        recordedOn: this.calendar.today(),
      });
      await this.audit.note(tx, conditionRecorded, {
        actor,
        subjectId: agreementId,
        payload: { conditionId: id, number },
      });
      return id;
    });
  }
}
