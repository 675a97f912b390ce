import type { ActionOffer, Language } from '@app/kernel';
import {
  AllowedActionResponse,
  LocalizedTextResponse,
  type Page,
  PageResponse,
  spokenOffers,
} from '@app/platform';
import type { PositionAction, ShownPosition } from '../use-cases/show-positions';

/** Somebody in a position. */
export class PositionAccountResponse {
  id: string;
  name: string | null;
  active: boolean;
}

/** A position by its names. */
export class NamedPositionResponse {
  id: string;
  names: LocalizedTextResponse;
}

/** Who stands in for the holder. */
export class DelegateResponse {
  account: PositionAccountResponse;

  /** The first day. */
  from: string;

  /** The last day. */
  until: string;
}

/** Who acts in a position today. */
export class ActingResponse {
  as: 'holder' | 'delegate';
  account: PositionAccountResponse;
}

export class PositionResponse {
  id: string;
  revision: number;

  /** What the software knows it by; null for those that people made. */
  key: string | null;

  names: LocalizedTextResponse;
  superior: NamedPositionResponse | null;
  holder: PositionAccountResponse | null;
  delegate: DelegateResponse | null;

  /** The delegate while the delegation runs, else the holder; null when nobody does. */
  actsToday: ActingResponse | null;

  /** How many agreements it owns. */
  agreementsOwned: number;
}

export class ShownPositionResponse extends PositionResponse {
  /** What the caller may do with it now, or why not. */
  allowedActions: AllowedActionResponse[];
}

export class PositionPageResponse extends PageResponse {
  items: PositionResponse[];
}

/** A position as it is answered. */
export function positionView({ delegation, ...position }: ShownPosition): PositionResponse {
  const { id, revision, key, names, superior, holder, actsToday, agreementsOwned } = position;
  return { id, revision, key, names, superior, holder, delegate: delegation, actsToday, agreementsOwned };
}

/** One position, with what its reader may do with it. */
export function shownPositionView(
  position: ShownPosition,
  offers: readonly ActionOffer<PositionAction>[],
  language: Language,
): ShownPositionResponse {
  return { ...positionView(position), allowedActions: spokenOffers(offers, language) };
}

/** A page of positions. */
export function positionPageView(page: Page<ShownPosition>): PositionPageResponse {
  return { ...page, items: page.items.map(positionView) };
}
