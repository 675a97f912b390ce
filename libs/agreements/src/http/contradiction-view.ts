import type { ActionOffer, Language } from '@app/kernel';
import { spokenOffers } from '@app/platform';
import type { CitationsOfAgreement } from '../use-cases/list-citations';
import type { ClaimView, ContradictionPage, ContradictionView } from '../use-cases/list-contradictions';
import type { ContradictionAction } from '../use-cases/offer-upkeep';
import type {
  CitationsOfAgreementResponse,
  ClaimResponse,
  ContradictionPageResponse,
  ContradictionResponse,
  ContradictionsOfAgreementPageResponse,
} from './contradiction.response';

/** A contradiction as it is answered. */
export function contradictionView({
  agreementId: _,
  claims,
  ...view
}: ContradictionView): ContradictionResponse {
  return { ...view, claims: claims.map(claimView) };
}

/** A page of them, with the counts of the whole list. */
export function contradictionPageView(page: ContradictionPage): ContradictionPageResponse {
  return { ...page, items: page.items.map(contradictionView) };
}

/** Those of one agreement, each with what its reader may do about it. */
export function contradictionsOfAgreementView(
  page: ContradictionPage,
  offersOf: (view: ContradictionView) => readonly ActionOffer<ContradictionAction>[],
  language: Language,
): ContradictionsOfAgreementPageResponse {
  return {
    ...page,
    items: page.items.map((view) => ({
      ...contradictionView(view),
      allowedActions: spokenOffers(offersOf(view), language),
    })),
  };
}

function claimView({ passage, ...claim }: ClaimView): ClaimResponse {
  const { source = null, locator = null, readOn = null } = passage ?? {};
  return { ...claim, source, locator, readOn };
}

/** The sources of an agreement as they are answered. */
export function citationsView({
  citations,
  alsoReported,
}: CitationsOfAgreement): CitationsOfAgreementResponse {
  return {
    items: citations.map(
      ({ citation: { sourceId: _, ...citation }, passage: { source, locator, readOn } }) => ({
        ...citation,
        ...{ source, locator, readOn },
      }),
    ),
    alsoReported: alsoReported.map(({ claim, passage: { citationId, source, locator, readOn } }) => {
      const { subject, subjectId, field, stated } = claim;
      return { citationId, subject, subjectId, field, stated, source, locator, readOn };
    }),
  };
}
