import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse, PageResponse } from '@app/platform';
import { AgreementOfContradictionResponse } from './contradiction.response';

/** Since when the oldest waits. */
export class WaitingResponse {
  @ApiProperty({ type: String, format: 'date' })
  since: string;

  @ApiProperty({ type: 'integer', description: 'Calendar days until today' })
  age: number;
}

export class WorkListResponse {
  code: string;
  names: LocalizedTextResponse;
  /** What to do with what it holds. */
  tasks: LocalizedTextResponse;

  @ApiProperty({ type: 'integer', description: 'Exact up to 10,000' })
  count: number;

  /** Whether there are more than counted. */
  countIsAtLeast: boolean;

  /** Null when nothing waits. */
  oldest: WaitingResponse | null;
}

export class WorkListsResponse {
  /** Those on which the caller may act, also where nothing waits. */
  items: WorkListResponse[];
}

export class WorkItemResponse extends WaitingResponse {
  /** Of what waits: the draft, contradiction, condition, pair or agreement. */
  id: string;
  agreement: AgreementOfContradictionResponse;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The version that the draft would be; null where none waits',
  })
  draftNumber: number | null;

  /** What exactly, as codes: the kind of draft, the field, the gaps, the other agreement of a pair. */
  @ApiProperty({ type: [String] })
  about: string[];

  /** What to do, in the language of the reader. */
  task: string;
}

export class WorkItemPageResponse extends PageResponse {
  items: WorkItemResponse[];
}
