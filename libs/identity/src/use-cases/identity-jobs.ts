import { defineJob } from '@app/platform';
import type { AccountNotice } from '../domain/account-notice';

/** Writes and sends one mail about an account. Its token is made then: neither outbox nor queue carries one. */
export const sendIdentityMailJob = defineJob<{ mailId: string }>('identity.mail');

/** What happened to an account, and when; the address is looked up when the notice is sent. */
export interface AccountNoticeToSend {
  readonly noticeId: string;
  readonly accountId: string;
  readonly notice: AccountNotice;
  readonly happenedAt: string;
}

/** Tells the holder of an account what happened to it. */
export const sendAccountNoticeJob = defineJob<AccountNoticeToSend>('identity.notice');
