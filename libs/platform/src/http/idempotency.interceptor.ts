import { createHash } from 'node:crypto';
import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { Observable, firstValueFrom, from } from 'rxjs';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from '@app/kernel';
import { Transactions } from '../database/transactions';
import type { EdgeRequest } from './caller';
import {
  BodyUnreadable,
  IdempotencyKeyMalformed,
  IdempotencyKeyNotTaken,
  IdempotencyKeyReused,
} from './refusals';
import type { RouteFacts } from './route';

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * A POST with `Idempotency-Key` happens once: the key, the write and the answer are one transaction, and a second
 * request with the same key waits for the first and receives its answer. A refused request leaves the key free. A
 * key is remembered for a day; answers may hold names, and nothing may keep those for good.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly transactions: Transactions) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<EdgeRequest>();
    const key = request.headers['idempotency-key'];
    const facts = request.routeOptions.config as unknown as RouteFacts;
    if (request.method !== 'POST' || key === undefined || !request.caller || facts.public)
      return next.handle();
    if (facts.shownOnce) throw new IdempotencyKeyNotTaken();
    if (typeof key !== 'string' || !KEY.test(key)) throw new IdempotencyKeyMalformed();
    const { accountId } = request.caller;
    const digest = createHash('sha256')
      .update(`${request.method} ${request.url}\n${canonicalBody(contentOf(request))}`)
      .digest('hex');
    return from(this.transactions.run((tx) => this.once(tx, { accountId, key, digest }, next)));
  }

  private async once(
    tx: EntityManager,
    { accountId, key, digest }: { accountId: string; key: string; digest: string },
    next: CallHandler,
  ): Promise<unknown> {
    await tx.query("DELETE FROM idempotency_key WHERE created_at < now() - interval '1 day'");
    const inserted = await tx.query<unknown[]>(
      `INSERT INTO idempotency_key (account_id, key, request_sha256) VALUES ($1, $2, $3)
       ON CONFLICT (account_id, key) DO NOTHING RETURNING key`,
      [accountId, key, digest],
    );
    if (inserted.length === 0) return this.replay(tx, { accountId, key, digest });
    const answer: unknown = await firstValueFrom(next.handle());
    await tx.query('UPDATE idempotency_key SET answer = $3 WHERE account_id = $1 AND key = $2', [
      accountId,
      key,
      JSON.stringify(answer ?? null),
    ]);
    return answer;
  }

  private async replay(
    tx: EntityManager,
    { accountId, key, digest }: { accountId: string; key: string; digest: string },
  ): Promise<unknown> {
    const [kept] = await tx.query<{ request_sha256: string; answer: unknown }[]>(
      'SELECT request_sha256, answer FROM idempotency_key WHERE account_id = $1 AND key = $2',
      [accountId, key],
    );
    if (kept?.request_sha256 !== digest) throw new IdempotencyKeyReused();
    return kept.answer;
  }
}

/** A file is part of what was asked for. */
function contentOf({ body, upload }: EdgeRequest): unknown {
  return upload ? { form: body, file: { sha256: upload.file.sha256, name: upload.name } } : body;
}

/** The order in which a client writes keys says nothing. @throws BodyUnreadable for half a character */
function canonicalBody(body: unknown): string {
  try {
    return canonicalJson(body ?? null);
  } catch {
    throw new BodyUnreadable();
  }
}
