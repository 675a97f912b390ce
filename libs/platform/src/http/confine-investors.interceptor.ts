import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { Observable, firstValueFrom, from } from 'rxjs';
import { Transactions } from '../database/transactions';
import type { EdgeRequest } from './caller';

/**
 * Answers an investor within one transaction, which the database confines to their rows: whatever a use case reads
 * or writes for them is part of it.
 */
@Injectable()
export class ConfineInvestorsInterceptor implements NestInterceptor {
  constructor(private readonly transactions: Transactions) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { caller } = context.switchToHttp().getRequest<EdgeRequest>();
    if (!caller || caller.organisations === null) return next.handle();
    return from(this.transactions.run(() => firstValueFrom(next.handle())));
  }
}
