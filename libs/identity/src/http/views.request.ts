import { Choice, Flag, RecordReferences, Text, TextList } from '@app/platform';
import { VIEWED_LIST_CODES, type ViewedList } from '../domain/saved-view';

export class SavedViewsQuery {
  @Choice(VIEWED_LIST_CODES, { optional: true, description: 'Views of this list only' })
  list?: ViewedList | null;
}

export class ViewContentRequest {
  @Text({ max: 80, description: 'Once in a list, whatever its case' })
  name: string;

  @Text({
    min: 0,
    max: 1000,
    description: 'Filters and order as the address of the list has them, without page',
    example: 'sector=ITO,CRM&sort=-title',
  })
  query: string;

  @TextList({ max: 40, size: 40, optional: true, description: 'Columns shown, in their order' })
  columns?: string[] | null;

  @Flag({ optional: true, description: 'Whether the list is shown so when nothing else is asked for' })
  isDefault?: boolean | null;
}

export class SavedViewRequest extends ViewContentRequest {
  @Choice(VIEWED_LIST_CODES)
  list: ViewedList;
}

export class ViewOrderRequest {
  @Choice(VIEWED_LIST_CODES)
  list: ViewedList;

  @RecordReferences({ description: 'Every view of the list, in the order wanted' })
  ids: string[];
}

/** What a request says of a view. */
export function viewContentOf({ name, query, columns, isDefault }: ViewContentRequest) {
  return { name, query, columns: columns ?? [], isDefault: isDefault ?? false };
}
