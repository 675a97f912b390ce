import { ApiProperty } from '@nestjs/swagger';
import type { LocalizedText } from '@app/kernel';
import { LocalizedTextResponse, PageResponse } from '@app/platform';
import {
  ADVERSE_WORDS,
  type AdverseWord,
  NOTICE_CHANNELS,
  NOTICE_MAIL_STATES,
  type NoticeChannel,
  type NoticeMailState,
} from '../domain/right-of-reply';

const DAY = { type: String, format: 'date' } as const;

/** A notice before an adverse word, and the reply to it. */
export class ReplyNoticeResponse {
  id: string;
  agreementId: string;

  /** Of the agreement. */
  reference: string;

  commitmentId: string;

  @ApiProperty({ type: LocalizedTextResponse })
  commitmentTitle: LocalizedText;

  organisationId: string;

  @ApiProperty({ type: String, enum: ADVERSE_WORDS })
  word: AdverseWord;

  /** The deadline that it is about. */
  @ApiProperty(DAY)
  lastDay: string;

  @ApiProperty({ type: String, enum: NOTICE_CHANNELS })
  channel: NoticeChannel;

  @ApiProperty({
    type: String,
    enum: NOTICE_MAIL_STATES,
    nullable: true,
    description: 'What became of the mail, which counts once it was sent; null of a letter',
  })
  mailState: NoticeMailState | null;

  /** Of a mail the day on which the mail server took it, and until then the day on which it was recorded. */
  @ApiProperty(DAY)
  sentOn: string;

  /** The word is said on the day after it at the earliest. */
  @ApiProperty(DAY)
  repliesUntil: string;

  /** Calendar days until then; negative afterwards. */
  @ApiProperty({ type: 'integer' })
  daysLeft: number;

  @ApiProperty(DAY)
  recordedOn: string;

  reply: string | null;

  @ApiProperty({ ...DAY, nullable: true })
  repliedOn: string | null;

  /** Whether an officer entered a reply that came by letter. */
  onBehalf: boolean;
}

export class ReplyNoticePageResponse extends PageResponse {
  @ApiProperty({ type: [ReplyNoticeResponse] })
  items: readonly ReplyNoticeResponse[];
}
