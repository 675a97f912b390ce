import { Injectable } from '@nestjs/common';
import { type FieldViolation, FieldsRefused } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import { type PositionContent, positionViolations } from '../domain/position';
import { PositionRepository } from '../persistence/position.repository';

/** Holds what is said of a position against the other positions and the accounts, for both ways to write one. */
@Injectable()
export class RequirePosition {
  constructor(private readonly positions: PositionRepository) {}

  /**
   * What has not changed is not asked again: a delegate who has left since does not keep the name from being corrected.
   * @param before null for a new position. @throws FieldsRefused
   */
  async execute(
    tx: EntityManager,
    id: string,
    after: PositionContent,
    before: PositionContent | null,
  ): Promise<void> {
    const violations: FieldViolation[] = positionViolations(after);
    if (after.superiorId !== (before?.superiorId ?? null))
      violations.push(...(await this.ofSuperior(tx, id, after.superiorId)));
    const people = [
      ['holderAccountId', after.holderAccountId, before?.holderAccountId],
      ['delegate.accountId', after.delegateAccountId, before?.delegateAccountId],
    ] as const;
    for (const [field, account, was] of people) {
      if (account === null || account === was) continue;
      if (!(await this.positions.mayHold(tx, account))) violations.push({ field, code: 'not_active_staff' });
    }
    if (violations.length > 0) throw new FieldsRefused(violations);
  }

  private async ofSuperior(
    tx: EntityManager,
    id: string,
    superiorId: string | null,
  ): Promise<FieldViolation[]> {
    if (superiorId === null) return [];
    await this.positions.lockSuperiors(tx);
    const line = await this.positions.lineOf(tx, superiorId);
    if (line.length === 0) return [{ field: 'superiorId', code: 'unknown_reference' }];
    return line.includes(id) ? [{ field: 'superiorId', code: 'circle_of_superiors' }] : [];
  }
}
