import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@app/kernel';
import { CurrentRequest, currentRequest, newId } from '@app/platform';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Actor, Principal } from '../domain/actor';
import type { AuditKind } from '../domain/audit-kind';
import { separatePersonal } from '../domain/personal';
import { AuditEntryEntity, AuditPersonalValueEntity } from '../persistence/audit.entities';

/** One entry of a kind. */
export interface AuditedFact<Payload extends object> {
  readonly actor: Actor;
  readonly subjectId: string;
  readonly payload: Payload;
  /** Why, in the words of whoever did it. */
  readonly reason?: string | null;
  /** For whom the actor stood in; what the system does in a request is done for who sends it. */
  readonly onBehalfOf?: Principal | null;
}

const SALT_BYTES = 16;

/** Writes who did what, in the transaction of what was done. */
@Injectable()
export class AuditTrail {
  constructor(private readonly clock: Clock) {}

  /** Adds an entry of a kind; the request that it is part of is known. */
  async note<Payload extends object>(
    tx: EntityManager,
    { action, subjectType }: AuditKind<Payload>,
    { actor, subjectId, payload, reason = null, onBehalfOf = null }: AuditedFact<Payload>,
  ): Promise<void> {
    if (tx.queryRunner?.isTransactionActive !== true)
      throw new Error(`audit without a transaction: ${action}`);
    const request = currentRequest();
    const id = newId();
    const separated = separatePersonal(payload, () => randomBytes(SALT_BYTES));
    await tx.insert(AuditEntryEntity, {
      id,
      at: this.clock.now(),
      actor,
      onBehalfOf: onBehalfOf ?? senderBehind(actor, request),
      tokenId: request?.caller?.tokenId ?? null,
      action,
      subjectType,
      subjectId,
      payload: separated.payload as QueryDeepPartialEntity<Record<string, unknown>>,
      reason,
      requestId: request?.id ?? null,
      address: request?.address ?? null,
    });
    if (separated.values.length === 0) return;
    const values = separated.values.map((kept) => ({
      ...kept,
      entryId: id,
      aboutId: kept.aboutId ?? subjectId,
    }));
    await tx.insert(AuditPersonalValueEntity, values);
  }
}

function senderBehind(actor: Actor, request: CurrentRequest | null): Principal | null {
  if (!request?.caller) return null;
  const sender = `account:${request.caller.accountId}` as const;
  return sender === actor ? null : sender;
}
