import { defineJob } from '@app/platform';

/** Erases what is past its time; once a day is enough, more often does no harm. */
export const applyRetentionJob = defineJob<Record<never, never>>('privacy.retention');
