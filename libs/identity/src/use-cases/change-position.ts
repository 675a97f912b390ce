import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor, changedFields } from '@app/audit';
import { type RecordVersion, Transactions } from '@app/platform';
import { NATIONWIDE } from '../domain/access';
import { type PositionToKeep, contentAfter, contentOf } from '../domain/position';
import { PositionRepository } from '../persistence/position.repository';
import { Access } from './access';
import { positionChanged } from './account-kinds';
import { type ShownPosition, ShowPositions } from './show-positions';
import { RequirePosition } from './require-position';

/**
 * Changes a position: its names, its superior, who holds it and who stands in. What it owns stays with it.
 * @throws RecordNotFound @throws RecordIsStale @throws OutsideScope @throws FieldsRefused
 */
@Injectable()
export class ChangePosition {
  constructor(
    private readonly positions: PositionRepository,
    private readonly requirePosition: RequirePosition,
    private readonly showPositions: ShowPositions,
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(version: RecordVersion, asked: PositionToKeep, callerId: string): Promise<ShownPosition> {
    this.access.requireAt('position.change', NATIONWIDE);
    const { id } = version;
    return this.transactions.run(async (tx) => {
      const before = contentOf(await this.positions.lock(tx, version));
      const after = contentAfter(asked, before);
      await this.requirePosition.execute(tx, id, after, before);
      const changed = changedFields(before, after);
      if (Object.keys(changed).length > 0) {
        await this.positions.change(tx, version, after);
        await this.audit.note(tx, positionChanged, {
          actor: accountActor(callerId),
          subjectId: id,
          payload: { changed },
        });
      }
      return this.showPositions.one(id);
    });
  }
}
