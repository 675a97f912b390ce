import { Choice, PageQuery, RecordReference, Text } from '@app/platform';
import { LINK_KINDS, type LinkKind } from '../domain/link-kinds';
import {
  DUPLICATE_DECISIONS,
  DUPLICATE_STATES,
  type DuplicateDecision,
  type DuplicateState,
} from '../use-cases/find-duplicates';

export class DuplicatesQuery extends PageQuery {
  @Choice(DUPLICATE_STATES, { optional: true, description: 'open when left out' })
  state?: DuplicateState | null;
}

export class DecideDuplicateRequest {
  @RecordReference({ description: 'Where the two are linked, the link leads from this one to the other' })
  agreementA: string;

  @RecordReference()
  agreementB: string;

  @Choice(DUPLICATE_DECISIONS)
  decision: DuplicateDecision;

  @Choice(LINK_KINDS, { optional: true, description: 'How they are linked; only where they are' })
  linkKind?: LinkKind | null;

  @Text({ max: 2000 })
  reason: string;

  @RecordReference({ optional: true, description: 'The decision that this one takes the place of' })
  replaces?: string | null;
}
