import { Part, Text, TextInLanguages, Whole } from '@app/platform';

const LONGEST_RETENTION = 36_525;
const RETENTION =
  'Days after which the data are erased; without end when left out, for the reason in retentionNote';

/** A processing of personal data that the administration carries out. */
export class ProcessingRequest {
  @Part(() => TextInLanguages, { description: 'What it is for' })
  purpose: TextInLanguages;

  @Part(() => TextInLanguages, { description: 'What allows it' })
  legalBasis: TextInLanguages;

  @Part(() => TextInLanguages, { description: 'Which data' })
  categories: TextInLanguages;

  @Part(() => TextInLanguages, { description: 'Of whom' })
  persons: TextInLanguages;

  @Part(() => TextInLanguages, { description: 'Who sees them' })
  recipients: TextInLanguages;

  @Part(() => TextInLanguages, { description: 'Who answers for it' })
  responsible: TextInLanguages;

  @Part(() => TextInLanguages, { description: 'From which day the days count, or why there is no end' })
  retentionNote: TextInLanguages;

  @Whole({ min: 1, max: LONGEST_RETENTION, optional: true, description: RETENTION })
  retentionDays?: number | null;

  @Text({ max: 100, optional: true, description: 'Number of the receipt of the declaration (CNDP)' })
  cndpReceipt?: string | null;
}

/** What is left out stays as it is; null takes the end of the retention or the receipt away. */
export class ProcessingCorrectionRequest {
  @Part(() => TextInLanguages, { optional: true })
  purpose?: TextInLanguages | null;

  @Part(() => TextInLanguages, { optional: true })
  legalBasis?: TextInLanguages | null;

  @Part(() => TextInLanguages, { optional: true })
  categories?: TextInLanguages | null;

  @Part(() => TextInLanguages, { optional: true })
  persons?: TextInLanguages | null;

  @Part(() => TextInLanguages, { optional: true })
  recipients?: TextInLanguages | null;

  @Part(() => TextInLanguages, { optional: true })
  responsible?: TextInLanguages | null;

  @Part(() => TextInLanguages, { optional: true })
  retentionNote?: TextInLanguages | null;

  @Whole({ min: 1, max: LONGEST_RETENTION, optional: true })
  retentionDays?: number | null;

  @Text({ max: 100, optional: true })
  cndpReceipt?: string | null;
}
