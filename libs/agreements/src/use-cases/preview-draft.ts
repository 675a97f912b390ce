import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/audit';
import { type CalendarDate, FieldsRefused, RecordNotFound } from '@app/kernel';
import { Transactions } from '@app/platform';
import { violationsOf } from '../domain/judge-draft';
import type { DraftAmendment } from '../domain/version';
import { AgreementsInScope } from './agreements-in-scope';
import { type Effect, EffectsPreview } from './effects-preview';
import { LockRecord } from './lock-record';
import { PromoteDraft } from './promote-draft';
import { ReadDraft } from './read-draft';

/**
 * Previews what would change if the open draft became current now: deadlines, alerts, totals, public statements. It is
 * really made current, looked at, and undone.
 * @throws RecordNotFound, also when there is no draft; FieldsRefused when it could not be submitted
 */
@Injectable()
export class PreviewDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly preview: EffectsPreview,
    private readonly lockRecord: LockRecord,
    private readonly readDraft: ReadDraft,
    private readonly promoteDraft: PromoteDraft,
    private readonly inScope: AgreementsInScope,
  ) {}

  async execute(agreementId: string, actor: Actor): Promise<readonly Effect[]> {
    if (!this.inScope.isOfTheHouse) throw new RecordNotFound();
    return this.preview.of(agreementId, () => this.promote(agreementId, actor));
  }

  private async promote(agreementId: string, actor: Actor): Promise<void> {
    await this.transactions.run(async (tx) => {
      const record = await this.lockRecord.read(tx, agreementId);
      const open = await this.lockRecord.draftOf(agreementId);
      const { facts } = await this.readDraft.execute(tx, record, open, actor);
      const violations = violationsOf(facts);
      if (violations.length > 0) throw new FieldsRefused(violations);
      // What takes effect later is looked at as if its day had come.
      const draft = { ...open, amendment: effectiveBy(facts.today, open.amendment) };
      const people = { ...open, submittedBy: open.submittedBy ?? actor };
      await this.promoteDraft.execute(tx, { record, draft, document: facts.document, people, actor });
    });
  }
}

function effectiveBy(today: CalendarDate, amendment: DraftAmendment | null): DraftAmendment | null {
  if (!amendment?.effectiveOn || amendment.effectiveOn <= today) return amendment;
  return { ...amendment, effectiveOn: today };
}
