import { Choice, PageQuery, RecordReference, Text } from '@app/platform';
import {
  CITED_FIELDS,
  CITED_SUBJECTS,
  type CitedField,
  type CitedSubject,
} from '../domain/agreement-document';
import { CONTRADICTION_STATES } from '../use-cases/list-contradictions';

const LONGEST_REASON = 2000;

/** Which contradictions of one agreement are looked at. */
export class AgreementContradictionsQuery extends PageQuery {
  @Choice(CONTRADICTION_STATES, { optional: true, description: 'All of them when left out' })
  state?: 'open' | 'decided' | null;

  @Choice(CITED_FIELDS, { optional: true })
  field?: CitedField | null;
}

/** Which contradictions of the register are looked at. */
export class ContradictionsQuery extends AgreementContradictionsQuery {
  @RecordReference({ optional: true })
  agreement?: string | null;
}

export class DecideContradictionRequest {
  @Choice(CITED_SUBJECTS)
  subject: CitedSubject;

  @RecordReference({ optional: true, description: 'Id of the part; left out for the agreement itself' })
  subjectId?: string | null;

  @Choice(CITED_FIELDS)
  field: CitedField;

  @RecordReference({
    optional: true,
    description: 'The citation that is followed; null when the register stays with its own value',
  })
  adopt?: string | null;

  @Text({ max: LONGEST_REASON })
  reason: string;

  @RecordReference({ optional: true, description: 'The decision that this one takes the place of' })
  replaces?: string | null;
}

export class WithdrawalRequest {
  @Text({ max: LONGEST_REASON })
  reason: string;
}
