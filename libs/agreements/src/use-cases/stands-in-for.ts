import { Injectable } from '@nestjs/common';
import { Actor, Principal } from '@app/audit';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';

/** Finds out for whom somebody stands in. */
@Injectable()
export class StandsInFor {
  constructor(private readonly calendar: BusinessCalendar) {}

  /** The position, when its delegate of today acts; null otherwise. */
  async position(tx: EntityManager, actor: Actor, positionId: string): Promise<Principal | null> {
    const rows = await tx.query<unknown[]>(
      `SELECT 1 FROM "position" WHERE id = $1 AND 'account:' || delegate_account_id = $2
          AND $3::date BETWEEN delegate_from AND delegate_until`,
      [positionId, actor, this.calendar.today()],
    );
    return rows.length > 0 ? `position:${positionId}` : null;
  }
}
