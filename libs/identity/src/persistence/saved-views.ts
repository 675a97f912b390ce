import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { SavedView, ViewContent, ViewedList } from '../domain/saved-view';
import { SavedViewEntity } from './credential.entities';

const COLUMNS = `v.id, v.list, v.name, v.query, v.columns, v.is_default AS "isDefault", v.saved_at AS "savedAt"`;

/** Keeps the views of accounts; nobody reads those of another. */
@Injectable()
export class SavedViews {
  constructor(private readonly transactions: Transactions) {}

  /** The views of an account in the order in which it has put them. */
  async list(accountId: string, list: ViewedList | null): Promise<SavedView[]> {
    return this.transactions.reader.query<SavedView[]>(
      `SELECT ${COLUMNS} FROM saved_view v WHERE v.account_id = $1 AND ($2::text IS NULL OR v.list = $2)
        ORDER BY v.list, v.rank, v.id`,
      [accountId, list],
    );
  }

  /** The views of an account, which nobody else changes until the transaction is over. */
  async lock(tx: EntityManager, accountId: string): Promise<SavedView[]> {
    await tx.query('SELECT 1 FROM account WHERE id = $1 FOR UPDATE', [accountId]);
    return tx.query<SavedView[]>(
      `SELECT ${COLUMNS} FROM saved_view v WHERE v.account_id = $1 ORDER BY v.list, v.rank, v.id`,
      [accountId],
    );
  }

  /** Another view takes the place of the one that was shown first. */
  async clearDefault(tx: EntityManager, accountId: string, list: ViewedList): Promise<void> {
    await tx.update(SavedViewEntity, { accountId, list, isDefault: true }, { isDefault: false });
  }

  async insert(tx: EntityManager, accountId: string, view: SavedView, rank: number): Promise<void> {
    await tx.insert(SavedViewEntity, { ...view, columns: [...view.columns], accountId, rank });
  }

  async replace(
    tx: EntityManager,
    accountId: string,
    id: string,
    content: ViewContent,
    savedAt: Date,
  ): Promise<void> {
    await tx.update(
      SavedViewEntity,
      { id, accountId },
      { ...content, columns: [...content.columns], savedAt },
    );
  }

  async rank(tx: EntityManager, accountId: string, ids: readonly string[]): Promise<void> {
    for (const [rank, id] of ids.entries()) await tx.update(SavedViewEntity, { id, accountId }, { rank });
  }

  /** @returns whether the account had it */
  async remove(tx: EntityManager, accountId: string, id: string): Promise<boolean> {
    const { affected } = await tx.delete(SavedViewEntity, { id, accountId });
    return affected === 1;
  }
}
