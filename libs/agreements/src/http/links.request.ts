import { Choice, RecordReference, Text } from '@app/platform';
import { LINK_KINDS, type LinkKind, PROMISE_LINK_KINDS, type PromiseLinkKind } from '../domain/link-kinds';

export class LinkAgreementsRequest {
  @RecordReference({ description: 'The instrument that the one in the path leads to' })
  toAgreementId: string;

  @Choice(LINK_KINDS)
  kind: LinkKind;

  @Text({ max: 2000 })
  reason: string;
}

export class LinkPromisesRequest {
  @RecordReference({ description: 'A commitment of the agreement in the path' })
  commitmentId: string;

  @RecordReference({ description: 'A commitment of another, which it repeats or of which it is a part' })
  otherCommitmentId: string;

  @Choice(PROMISE_LINK_KINDS)
  kind: PromiseLinkKind;

  @Text({ max: 2000 })
  reason: string;
}
