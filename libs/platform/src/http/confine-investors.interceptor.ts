import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { Observable, firstValueFrom, from } from 'rxjs';
import { currentConfinement } from '../database/confinement';
import { POOL_SIZE } from '../database/data-source';
import { Transactions } from '../database/transactions';
import { TooManyAtOnce } from './refusals';
import { Turns } from './turns';

/**
 * Such a request holds a connection from beginning to end, and some need a second one beside it, for what stays
 * although the request is undone. With half of the connections for the first the second is always to be had, and staff
 * are served meanwhile.
 */
const TURNS = { atOnce: POOL_SIZE / 2, ofOne: 4, waiting: 200 } as const;

/**
 * Answers an investor within one transaction, which the database confines to their rows: whatever a use case reads
 * or writes for them is part of it.
 */
@Injectable()
export class ConfineInvestorsInterceptor implements NestInterceptor {
  private readonly turns = new Turns(TURNS);

  constructor(private readonly transactions: Transactions) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const confinement = currentConfinement();
    return confinement === null ? next.handle() : from(this.inTurn(confinement.accountId, next));
  }

  /** @throws TooManyAtOnce */
  private async inTurn(accountId: string, next: CallHandler): Promise<unknown> {
    const end = await this.turns.take(accountId);
    if (end === null) throw new TooManyAtOnce();
    try {
      return await this.transactions.run(() => firstValueFrom(next.handle()));
    } finally {
      end();
    }
  }
}
