import { Global, Module } from '@nestjs/common';
import { Mailer } from './mailer';

/** Mail, for the features that write to people. */
@Global()
@Module({ providers: [Mailer], exports: [Mailer] })
export class MailModule {}
