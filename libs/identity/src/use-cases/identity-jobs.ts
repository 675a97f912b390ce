import { defineJob } from '@app/platform';

/** Writes and sends one mail about an account. Its token is made then: neither outbox nor queue carries one. */
export const sendIdentityMailJob = defineJob<{ mailId: string }>('identity.mail');
