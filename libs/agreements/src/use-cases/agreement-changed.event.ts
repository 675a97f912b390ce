import { defineJob } from '@app/platform';

/** An agreement was logged or changed; features to the right listen. */
export const agreementChanged = defineJob<{ agreementId: string }>('agreements.changed');
