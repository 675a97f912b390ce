import { defineJob } from '@app/platform';

/** The names or variants of an organisation changed; features to the right that keep its words listen. */
export const organisationRenamed = defineJob<{ organisationId: string }>('organisations.renamed');
