import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { FieldsRefused, RecordNotFound } from '@app/kernel';
import { type Caller, Transactions } from '@app/platform';
import type { SavedView, ViewedList } from '../domain/saved-view';
import { SavedViews } from '../persistence/saved-views';
import { viewRemoved, viewsArranged } from './credential-kinds';

/** Lists the views of the caller's account, puts those of a list in order, and takes one away. */
@Injectable()
export class ArrangeViews {
  constructor(
    private readonly views: SavedViews,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  /** @param list null for all of them. */
  list({ accountId }: Caller, list: ViewedList | null): Promise<SavedView[]> {
    return this.views.list(accountId, list);
  }

  /** @param ids every view of the list, in the order wanted. @throws FieldsRefused when they are others */
  async order(caller: Caller, list: ViewedList, ids: readonly string[]): Promise<SavedView[]> {
    const { accountId } = caller;
    return this.transactions.run(async (tx) => {
      const kept = (await this.views.lock(tx, accountId)).filter((view) => view.list === list);
      const wanted = new Set(ids);
      if (wanted.size !== kept.length || kept.some(({ id }) => !wanted.has(id))) {
        throw new FieldsRefused([{ field: 'ids', code: 'views_are_others' }]);
      }
      await this.views.rank(tx, accountId, ids);
      await this.audit.note(tx, viewsArranged, {
        actor: accountActor(accountId),
        subjectId: accountId,
        payload: { list },
      });
      return this.views.list(accountId, list);
    });
  }

  /** @throws RecordNotFound for a view of another account */
  async remove({ accountId }: Caller, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.views.remove(tx, accountId, id))) throw new RecordNotFound();
      await this.audit.note(tx, viewRemoved, { actor: accountActor(accountId), subjectId: id, payload: {} });
    });
  }
}
