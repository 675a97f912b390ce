import { defineJob } from '@app/platform';

/** Signs a checkpoint when today's is missing. */
export const makeCheckpointJob = defineJob<object>('audit.checkpoint');

/** Verifies the whole trail, which takes long when it is. */
export const verifyTrailJob = defineJob<{ readonly verificationId: string }>('audit.verify');
