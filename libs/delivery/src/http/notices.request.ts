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

  @CalendarDay({ optional: true, description: 'The day of the letter; a mail goes out now and has none' })
  sentOn?: string | null;
}

export class ReplyRequest {
  @Text({ description: 'What whoever promised says; it is shown beside the word' })
  reply: string;
}
