import { Injectable } from '@nestjs/common';
import { newId } from '@app/platform';
import { Clock } from '@app/kernel';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Actor } from '../domain/actor';
import type { AuditKind } from '../domain/audit-kind';
import { AuditEntryEntity } from '../persistence/audit-entry.entity';

/** One change, as the trail keeps it. The payload holds ids and values that are not personal. */
export interface AuditedChange {
  readonly actor: Actor;
  /** `subject.verb`, as in `organisation.corrected`. */
  readonly action: `${string}.${string}`;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly payload?: Record<string, unknown>;
}

/** One entry of a kind. */
export interface AuditedFact<Payload extends object> {
  readonly actor: Actor;
  readonly subjectId: string;
  readonly payload: Payload;
  /** Why, in the words of whoever did it. */
  readonly reason?: string | null;
}

/** Writes who changed what, in the transaction of the change. */
@Injectable()
export class AuditTrail {
  constructor(private readonly clock: Clock) {}

  /** Adds an entry of a kind. */
  async note<Payload extends object>(
    tx: EntityManager,
    { action, subjectType }: AuditKind<Payload>,
    { actor, subjectId, payload }: AuditedFact<Payload>,
  ): Promise<void> {
    await this.record(tx, {
      actor,
      action,
      subjectType,
      subjectId,
      payload: payload as Record<string, unknown>,
    });
  }

  async record(tx: EntityManager, change: AuditedChange): Promise<void> {
    if (tx.queryRunner?.isTransactionActive !== true)
      throw new Error(`audit without a transaction: ${change.action}`);
    const payload = (change.payload ?? {}) as QueryDeepPartialEntity<Record<string, unknown>>;
    await tx.insert(AuditEntryEntity, { ...change, payload, id: newId(), at: this.clock.now() });
  }
}
