import { IsInt, Max, Min } from 'class-validator';
import { ProviderEnvironment } from './provider-settings';

const DAYS = { message: 'must be a whole number of working days from 1 to 100' };
const SIZE = { message: 'must be a whole number from 1 to 9000000000000' };
const LARGEST = 9_000_000_000_000;

/** The environment variables about reports, as they are typed. */
export class ReportingEnvironment extends ProviderEnvironment {
  @IsInt(DAYS)
  @Min(1, DAYS)
  @Max(100, DAYS)
  REPORT_REVIEW_DAYS = 10;

  @IsInt(SIZE)
  @Min(1, SIZE)
  @Max(LARGEST, SIZE)
  REPORT_TWO_VERIFIERS_JOBS = 500;

  @IsInt(SIZE)
  @Min(1, SIZE)
  @Max(LARGEST, SIZE)
  REPORT_TWO_VERIFIERS_AMOUNT = 500_000_000;
}

/** Their names; all of them are numbers. */
export const REPORTING_SETTING_NAMES = [
  'REPORT_REVIEW_DAYS',
  'REPORT_TWO_VERIFIERS_JOBS',
  'REPORT_TWO_VERIFIERS_AMOUNT',
] as const;

/** How reports are decided about. */
export interface ReportingSettings {
  /** Working days within which a report is decided about. */
  readonly reviewDays: number;
  /** Promised sizes from which two verifiers look at a figure that nobody saw on the site. */
  readonly twoVerifiersFrom: { readonly jobs: number; readonly amount: number };
}

export function reportingSettingsOf(environment: ReportingEnvironment): ReportingSettings {
  return {
    reviewDays: environment.REPORT_REVIEW_DAYS,
    twoVerifiersFrom: {
      jobs: environment.REPORT_TWO_VERIFIERS_JOBS,
      amount: environment.REPORT_TWO_VERIFIERS_AMOUNT,
    },
  };
}
