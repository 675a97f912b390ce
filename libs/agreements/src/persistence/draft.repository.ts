import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { upToDate } from '../domain/stored-document';
import { OPEN_STATES } from '../domain/version';
import { AgreementDraftEntity, DraftSaveEntity, DraftStepEntity } from './draft.entities';

/** Saves kept of a draft: enough to tell two people what both changed, and no more. */
const KEPT_SAVES = 50;

/** A step as the history of a draft shows it. */
export interface DraftStepRow {
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly reason: string | null;
  readonly on: CalendarDate;
  readonly by: string;
  readonly at: Date;
  readonly overriddenBy: string | null;
}

/** A step to be written. */
export interface DraftStep {
  readonly draftId: string;
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly reason: string | null;
  readonly on: CalendarDate;
  readonly by: string;
  readonly onBehalfOf?: string | null;
  readonly overriddenBy?: string | null;
  readonly at: Date;
}

/** Reads and writes versions in the making. */
@Injectable()
export class DraftRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The open draft of an agreement; null when there is none. */
  async findOpen(agreementId: string): Promise<AgreementDraftEntity | null> {
    const draft = await this.transactions.reader
      .createQueryBuilder(AgreementDraftEntity, 'd')
      .where('d.agreement_id = :agreementId AND d.state IN (:...open)', { agreementId, open: OPEN_STATES })
      .getOne();
    return draft && readable(draft);
  }

  /** The latest draft that would have become version `number`, whatever became of it. */
  async findByNumber(agreementId: string, number: number): Promise<AgreementDraftEntity | null> {
    const draft = await this.transactions.reader
      .createQueryBuilder(AgreementDraftEntity, 'd')
      .where('d.agreement_id = :agreementId AND d.number = :number', { agreementId, number })
      .orderBy('d.opened_at', 'DESC')
      .addOrderBy('d.id', 'DESC')
      .getOne();
    return draft && readable(draft);
  }

  async insert(tx: EntityManager, draft: AgreementDraftEntity): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(AgreementDraftEntity)
      .values(draft)
      .updateEntity(false)
      .execute();
  }

  async update(tx: EntityManager, id: string, change: Partial<AgreementDraftEntity>): Promise<void> {
    await tx
      .createQueryBuilder()
      .update(AgreementDraftEntity)
      .set(change)
      .where('id = :id', { id })
      .updateEntity(false)
      .execute();
  }

  /** Keeps what was saved under a revision, and forgets the oldest. */
  async keepSave(tx: EntityManager, save: DraftSaveEntity): Promise<void> {
    await tx.query(
      `INSERT INTO draft_save (draft_id, revision, document, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5)`,
      [save.draftId, save.revision, JSON.stringify(save.document), save.savedBy, save.savedAt],
    );
    await tx.query(
      `DELETE FROM draft_save WHERE draft_id = $1 AND revision <= (
         SELECT revision FROM draft_save WHERE draft_id = $1 ORDER BY revision DESC OFFSET $2 LIMIT 1)`,
      [save.draftId, KEPT_SAVES],
    );
  }

  /** The draft as it stood at a revision of its agreement; null when that is no longer kept. */
  async findSave(draftId: string, revision: number): Promise<AgreementDraftEntity['document'] | null> {
    const [row] = await this.transactions.reader.query<{ document: AgreementDraftEntity['document'] }[]>(
      `SELECT document FROM draft_save WHERE draft_id = $1 AND revision <= $2 ORDER BY revision DESC LIMIT 1`,
      [draftId, revision],
    );
    return row ? upToDate(row.document) : null;
  }

  /** Forgets what was saved of a draft that ended: its last state stays in it. */
  async forgetSaves(tx: EntityManager, draftId: string): Promise<void> {
    await tx.query('DELETE FROM draft_save WHERE draft_id = $1', [draftId]);
  }

  async addStep(tx: EntityManager, step: DraftStep): Promise<void> {
    await tx.query(
      `INSERT INTO draft_step (id, draft_id, number, action, from_state, to_state, reason, taken_on, taken_by,
                               on_behalf_of, overridden_by, taken_at)
       SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11
         FROM draft_step WHERE draft_id = $2`,
      [
        newId(),
        step.draftId,
        step.action,
        step.from,
        step.to,
        step.reason,
        step.on,
        step.by,
        step.onBehalfOf ?? null,
        step.overriddenBy ?? null,
        step.at,
      ],
    );
  }

  listSteps(draftId: string): Promise<DraftStepRow[]> {
    return this.transactions.reader
      .createQueryBuilder(DraftStepEntity, 's')
      .select([
        's.action AS action',
        's.from_state AS "from"',
        's.to_state AS "to"',
        's.reason AS reason',
        's.taken_on AS "on"',
        's.taken_by AS "by"',
        's.taken_at AS "at"',
        's.overridden_by AS "overriddenBy"',
      ])
      .where('s.draft_id = :draftId', { draftId })
      .orderBy('s.number')
      .getRawMany<DraftStepRow>();
  }

  /** The directors other than the actor who allow this step on exactly this revision, by step. */
  async findOverrides(
    draftId: string,
    revision: number,
    actor: string,
  ): Promise<{ verify: string | null; approve: string | null }> {
    const rows = await this.transactions.reader.query<{ action: 'verify' | 'approve'; by: string }[]>(
      `SELECT action, min(granted_by) AS "by" FROM draft_override
        WHERE draft_id = $1 AND revision = $2 AND granted_by <> $3 GROUP BY action`,
      [draftId, revision, actor],
    );
    const by = new Map(rows.map((row) => [row.action, row.by]));
    return { verify: by.get('verify') ?? null, approve: by.get('approve') ?? null };
  }

  async addOverride(
    tx: EntityManager,
    grant: { draftId: string; action: string; revision: number; reason: string; by: string; at: Date },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO draft_override (id, draft_id, action, revision, reason, granted_by, granted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (draft_id, action, revision, granted_by) DO NOTHING`,
      [newId(), grant.draftId, grant.action, grant.revision, grant.reason, grant.by, grant.at],
    );
  }
}

function readable(draft: AgreementDraftEntity): AgreementDraftEntity {
  return { ...draft, document: upToDate(draft.document) };
}
