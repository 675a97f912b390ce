import { Module } from '@nestjs/common';
import { Access } from './use-cases/access';

/** What the caller may see and change: every feature asks, and nothing else of identity comes along. */
@Module({ providers: [Access], exports: [Access] })
export class AccessModule {}
