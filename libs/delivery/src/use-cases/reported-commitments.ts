import type { LegalTime } from '@app/platform';
import type { ReportedCommitment } from '../domain/reporting-calendar';
import type { ReportedPromiseRow } from '../persistence/reporting.repository';

/** Promises of an agreement as the plan of requests takes them: since when somebody may answer, as a legal date. */
export function reportedCommitments(
  promises: readonly ReportedPromiseRow[],
  legalTime: LegalTime,
): ReportedCommitment[] {
  return promises.map(({ commitmentId, measure, organisationId, answerableAt, settled }) => ({
    ...{ commitmentId, measure, organisationId, settled },
    answerableSince: answerableAt === null ? null : legalTime.dateOf(answerableAt),
  }));
}
