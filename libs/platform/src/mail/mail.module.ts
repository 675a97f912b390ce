import { Global, Module } from '@nestjs/common';
import { KeptMails } from './kept-mails';
import { MailServerProbe } from './mail-server-probe';
import { Mailer } from './mailer';
import { SentMails } from './sent-mails';

const MAILS = [KeptMails, MailServerProbe, Mailer, SentMails];

/** Mail, for the features that write to people. */
@Global()
@Module({ providers: MAILS, exports: MAILS })
export class MailModule {}
