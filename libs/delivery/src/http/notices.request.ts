import { CalendarDay, Choice, Text } from '@app/platform';
import {
  ADVERSE_WORDS,
  type AdverseWord,
  NOTICE_CHANNELS,
  type NoticeChannel,
} from '../domain/right-of-reply';

export class GiveNoticeRequest {
  @Choice(ADVERSE_WORDS, { description: 'The word that is to be said' })
  word: AdverseWord;

  @Choice(NOTICE_CHANNELS)
  channel: NoticeChannel;

  @CalendarDay({ description: 'The day on which the mail was sent, or that of the letter' })
  sentOn: string;
}

export class ReplyRequest {
  @Text({ description: 'What whoever promised says; it is shown beside the word' })
  reply: string;
}
