import { Global, Module } from '@nestjs/common';
import { Outbox } from './outbox';

/** The outbox, for every feature that writes. */
@Global()
@Module({ providers: [Outbox], exports: [Outbox] })
export class OutboxModule {}
