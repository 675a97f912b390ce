import { defineJob } from '@app/platform';

/** Compares agreements that are new or changed with the others. */
export const compareAgreementsJob = defineJob<Record<never, never>>('agreements.compare');
