import { Global, Module } from '@nestjs/common';
import { Mailer } from './mailer';
import { SentMails } from './sent-mails';

/** Mail, for the features that write to people. */
@Global()
@Module({ providers: [Mailer, SentMails], exports: [Mailer, SentMails] })
export class MailModule {}
