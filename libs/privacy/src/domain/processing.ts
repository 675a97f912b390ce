import { FieldViolation, LocalizedText, correctedText, isWritten } from '@app/kernel';

/** What is said of a processing of personal data, and what the law wants to know of it. */
export const PROCESSING_TEXTS = [
  'purpose',
  'legalBasis',
  'categories',
  'persons',
  'recipients',
  'responsible',
  'retentionNote',
] as const;
type ProcessingTexts = { readonly [Name in (typeof PROCESSING_TEXTS)[number]]: LocalizedText };

export interface ProcessingContent extends ProcessingTexts {
  /** Days after which the data are erased; null when there is no end, with the reason in `retentionNote`. */
  readonly retentionDays: number | null;
  /** Number of the receipt of the declaration (CNDP); null while it is not declared. */
  readonly cndpReceipt: string | null;
}

/** An entry of the register of processings. */
export interface Processing extends ProcessingContent {
  readonly id: string;
  /** What the retention job knows it by; null for one that this software does not carry out. */
  readonly code: string | null;
  readonly revision: number;
}

/** What a correction may say; a field left out stays as it is, and so does a language that is left out. */
export type ProcessingCorrection = {
  readonly [Name in keyof ProcessingTexts]?: Partial<LocalizedText> | null;
} & { readonly retentionDays?: number | null; readonly cndpReceipt?: string | null };

/** The processing as it reads after the correction. */
export function correctedProcessing(
  before: ProcessingContent,
  correction: ProcessingCorrection,
): ProcessingContent {
  const { retentionDays = before.retentionDays, cndpReceipt = before.cndpReceipt } = correction;
  const texts = Object.fromEntries(
    PROCESSING_TEXTS.map((name) => [name, correctedText(before[name], correction[name])]),
  ) as unknown as ProcessingTexts;
  return { ...texts, retentionDays, cndpReceipt };
}

/** What keeps the register from accepting a processing: each of its texts is said in a language at least. */
export function processingViolations(processing: ProcessingContent): FieldViolation[] {
  return PROCESSING_TEXTS.filter((name) => !isWritten(processing[name])).map((field) => ({
    field,
    code: 'text_in_no_language',
  }));
}
