import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Transactions, newId } from '@app/platform';
import { NATIONWIDE } from '../domain/access';
import { type PositionToKeep, contentAfter } from '../domain/position';
import { PositionRepository } from '../persistence/position.repository';
import { Access } from './access';
import { positionRecorded } from './account-kinds';
import { type ShownPosition, ShowPositions } from './show-positions';
import { RequirePosition } from './require-position';

/** Makes a position that may own agreements. @throws OutsideScope @throws FieldsRefused */
@Injectable()
export class RecordPosition {
  constructor(
    private readonly positions: PositionRepository,
    private readonly requirePosition: RequirePosition,
    private readonly showPositions: ShowPositions,
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(asked: PositionToKeep, callerId: string): Promise<ShownPosition> {
    this.access.requireAt('position.change', NATIONWIDE);
    return this.transactions.run(async (tx) => {
      const id = newId();
      const content = contentAfter(asked);
      await this.requirePosition.execute(tx, id, content, null);
      await this.positions.insert(tx, id, content);
      await this.audit.note(tx, positionRecorded, {
        actor: accountActor(callerId),
        subjectId: id,
        payload: content,
      });
      return this.showPositions.one(id);
    });
  }
}
