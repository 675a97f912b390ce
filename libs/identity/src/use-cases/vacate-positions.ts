import { Injectable } from '@nestjs/common';
import { type Actor, AuditTrail, changedFields } from '@app/audit';
import type { LocalizedText } from '@app/kernel';
import { Transactions } from '@app/platform';
import { type Position, contentOf } from '../domain/position';
import { PositionRepository } from '../persistence/position.repository';
import { positionChanged } from './account-kinds';

/** A position that lost its holder or the delegate. */
export interface LeftPosition {
  readonly id: string;
  readonly names: LocalizedText;
  /** As what it was left. */
  readonly as: 'holder' | 'delegate';
}

/** Takes somebody out of every position; the positions and the agreements they own stay. */
@Injectable()
export class VacatePositions {
  constructor(
    private readonly positions: PositionRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(accountId: string, actor: Actor): Promise<readonly LeftPosition[]> {
    return this.transactions.run(async (tx) => {
      const left: LeftPosition[] = [];
      for (const position of await this.positions.lockOf(tx, accountId)) {
        const before = contentOf(position);
        const after = { ...before, ...without(accountId, position) };
        await this.positions.change(tx, position, after);
        await this.audit.note(tx, positionChanged, {
          actor,
          subjectId: position.id,
          payload: { changed: changedFields(before, after) },
        });
        const as = position.holder?.id === accountId ? 'holder' : 'delegate';
        left.push({ id: position.id, names: position.names, as });
      }
      return left;
    });
  }
}

function without(accountId: string, { holder, delegation }: Position) {
  const isDelegate = delegation?.account.id === accountId;
  return {
    ...(holder?.id === accountId ? { holderAccountId: null } : {}),
    ...(isDelegate ? { delegateAccountId: null, delegateFrom: null, delegateUntil: null } : {}),
  };
}
