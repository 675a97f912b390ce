import { Global, Module } from '@nestjs/common';
import { KeptMails } from './kept-mails';
import { Mailer } from './mailer';
import { SentMails } from './sent-mails';

/** Mail, for the features that write to people. */
@Global()
@Module({ providers: [KeptMails, Mailer, SentMails], exports: [KeptMails, Mailer, SentMails] })
export class MailModule {}
