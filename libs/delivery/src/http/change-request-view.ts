import type { Language } from '@app/kernel';
import { type Page, spokenOffers } from '@app/platform';
import type { FoundChangeRequest } from '../use-cases/find-change-requests';
import type { ChangeRequestPageResponse, ChangeRequestResponse } from './change-request.response';

/** A request as its readers see it; drafts stay in the house. */
export function changeRequestView(found: FoundChangeRequest, language: Language): ChangeRequestResponse {
  const { id, agreementId, commitmentId, organisationId, what, text, deadline, value } = found;
  const { closedOn, closedBy, closingReason, askedBy, draftNumber, draftState } = found;
  const ofTheHouse = askedBy !== null;
  const current = draftState === 'current';
  return {
    ...{ id, agreementId, commitmentId, organisationId, what, askedBy },
    proposed: { text, deadline, value },
    reason: found.reason,
    state: found.state,
    askedOn: found.askedOn,
    answer:
      closedOn === null || closingReason === null
        ? null
        : { on: closedOn, by: closedBy, reason: closingReason },
    carriedBy:
      draftNumber === null || !(ofTheHouse || current)
        ? null
        : {
            version: current ? draftNumber : null,
            draftNumber: ofTheHouse ? draftNumber : null,
            draftState: ofTheHouse ? draftState : null,
          },
    allowedActions: spokenOffers(found.offers, language),
  };
}

export function changeRequestPage(
  page: Page<FoundChangeRequest>,
  language: Language,
): ChangeRequestPageResponse {
  return { ...page, items: page.items.map((found) => changeRequestView(found, language)) };
}
