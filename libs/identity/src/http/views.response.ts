import { ApiProperty } from '@nestjs/swagger';
import { type SavedView, VIEWED_LIST_CODES, type ViewedList } from '../domain/saved-view';

/** A view of a list that an account keeps for itself. */
export class SavedViewResponse {
  id: string;

  @ApiProperty({ type: String, enum: VIEWED_LIST_CODES })
  list: ViewedList;

  name: string;

  /** Filters and order as the address of the list has them, as `sector=ITO%2CCRM&sort=-title`. */
  query: string;

  /** Empty for the columns of the list itself. */
  columns: string[];

  isDefault: boolean;
  savedAt: string;
}

export class SavedViewsResponse {
  items: SavedViewResponse[];
}

/** A view as its holder reads it. */
export function savedViewResponse({ columns, savedAt, ...view }: SavedView): SavedViewResponse {
  return { ...view, columns: [...columns], savedAt: savedAt.toISOString() };
}
