import { type CalendarDate, type Language, calendarDate } from '@app/kernel';
import { spokenOffers } from '@app/platform';
import { choosableRules } from '../domain/counting-rule';
import { isSilent, ruleOf } from '../domain/judge-reporting';
import type { ReportingToArrange } from '../use-cases/arrange-reporting';
import type { FoundReporting, ReportedPromiseRow } from '../use-cases/find-reporting';
import type { ArrangeReportingRequest } from './reporting.request';
import type { ReportedPromiseResponse, ReportingResponse } from './reporting.response';

const DEFAULT_DUE_DAYS = 30;
const DEFAULT_GRACE_DAYS = 30;

/** A calendar as it was asked for, with what was left out. */
export function reportingRequest(
  body: ArrangeReportingRequest,
  by: Pick<ReportingToArrange, 'agreementId' | 'expectedRevision' | 'actor'>,
): ReportingToArrange {
  const dates = [...new Set((body.dates ?? []).map(({ until }) => until))].sort();
  return {
    ...by,
    rhythm: body.rhythm ?? null,
    dates: dates.map(calendarDate),
    fromDay: (body.fromDay ?? null) as CalendarDate | null,
    dueDays: body.dueDays ?? DEFAULT_DUE_DAYS,
    graceDays: body.graceDays ?? DEFAULT_GRACE_DAYS,
    countingRules: body.countingRules ?? [],
    reason: body.reason ?? null,
  };
}

/** How an agreement reports, as its page shows it. */
export function reportingView(found: FoundReporting, language: Language): ReportingResponse {
  const { agreementId, revision, state, calendar, earlier, proposedRhythm, promises, upcoming } = found;
  return {
    ...{ id: agreementId, revision, state, calendar, earlier, proposedRhythm, upcoming },
    promises: promises.map(promiseView),
    allowedActions: spokenOffers(found.offers, language),
  };
}

function promiseView(promise: ReportedPromiseRow): ReportedPromiseResponse {
  const { commitmentId, title, measure, organisationId, answerableAt, settled } = promise;
  return {
    ...{ commitmentId, title, measure, organisationId },
    isAnswerable: organisationId !== null && answerableAt !== null,
    isSettled: settled,
    countingRule: ruleOf(promise),
    choosableRules: isSilent(promise) ? choosableRules(promise) : [],
  };
}
