import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Clock, FieldsRefused, RecordNotFound } from '@app/kernel';
import { type Caller, Transactions, newId } from '@app/platform';
import { TooManyViews } from '../domain/refusals';
import {
  MOST_VIEWS,
  type SavedView,
  type ViewContent,
  type ViewedList,
  viewedQuery,
} from '../domain/saved-view';
import { SavedViews } from '../persistence/saved-views';
import { viewChanged, viewSaved } from './credential-kinds';

/**
 * Keeps a view of a list for the caller's account, or writes over one. A name stands once in a list, whatever its case.
 * @throws FieldsRefused @throws TooManyViews @throws RecordNotFound for a view of another account
 */
@Injectable()
export class SaveView {
  constructor(
    private readonly views: SavedViews,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async add({ accountId }: Caller, list: ViewedList, given: ViewContent): Promise<SavedView> {
    const content = { ...given, query: viewedQuery(list, given.query) };
    const view = { id: newId(), list, ...content, savedAt: this.clock.now() };
    return this.transactions.run(async (tx) => {
      const kept = await this.views.lock(tx, accountId);
      if (kept.length >= MOST_VIEWS) throw new TooManyViews();
      requireFreeName(kept, view);
      if (content.isDefault) await this.views.clearDefault(tx, accountId, list);
      // Ranks are given anew by whoever puts views in order; until then the latest stands last.
      await this.views.insert(tx, accountId, view, MOST_VIEWS);
      await this.audit.note(tx, viewSaved, {
        actor: accountActor(accountId),
        subjectId: view.id,
        payload: { list },
      });
      return view;
    });
  }

  async replace({ accountId }: Caller, id: string, given: ViewContent): Promise<SavedView> {
    return this.transactions.run(async (tx) => {
      const kept = await this.views.lock(tx, accountId);
      const before = kept.find((view) => view.id === id);
      if (!before) throw new RecordNotFound();
      const { list } = before;
      const content = { ...given, query: viewedQuery(list, given.query) };
      const after = { ...before, ...content, savedAt: this.clock.now() };
      requireFreeName(kept, after);
      if (content.isDefault && !before.isDefault) await this.views.clearDefault(tx, accountId, list);
      await this.views.replace(tx, accountId, id, content, after.savedAt);
      await this.audit.note(tx, viewChanged, {
        actor: accountActor(accountId),
        subjectId: id,
        payload: { list },
      });
      return after;
    });
  }
}

function requireFreeName(kept: readonly SavedView[], { id, list, name }: SavedView): void {
  const taken = kept.some(
    (view) => view.id !== id && view.list === list && view.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw new FieldsRefused([{ field: 'name', code: 'view_name_taken' }]);
}
