/** What a file is to its agreement. */
export const AGREEMENT_FILE_ROLES = [
  'signed_text',
  'amendment',
  'annex',
  'mandate',
  'correspondence',
  'other',
] as const;
export type AgreementFileRole = (typeof AGREEMENT_FILE_ROLES)[number];

/** What the parties signed, and so what each of them may read; the policies of the database say it a second time. */
export const ROLES_FOR_PARTIES: readonly AgreementFileRole[] = ['signed_text', 'amendment', 'annex'];
