import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { Observable, firstValueFrom, from } from 'rxjs';
import { currentConfinement } from '../database/confinement';
import { Transactions } from '../database/transactions';

/**
 * Answers an investor within one transaction, which the database confines to their rows: whatever a use case reads
 * or writes for them is part of it.
 */
@Injectable()
export class ConfineInvestorsInterceptor implements NestInterceptor {
  constructor(private readonly transactions: Transactions) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (currentConfinement() === null) return next.handle();
    return from(this.transactions.run(() => firstValueFrom(next.handle())));
  }
}
