import { defineJob } from '@app/platform';

/** Signs a checkpoint when today's is missing. */
export const makeCheckpointJob = defineJob<object>('audit.checkpoint');
