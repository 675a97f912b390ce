import { PageQuery, Text } from '@app/platform';

const URL = /^https?:\/\/[^\s/$.?#].[^\s]*$/;

export class RecordSourceRequest {
  @Text({ max: 2000, pattern: URL, example: 'https://www.example.org/article' })
  url: string;

  @Text({ max: 500, optional: true })
  title?: string | null;

  @Text({ max: 200, optional: true })
  publisher?: string | null;

  @Text({ pattern: /^[a-z]{2}$/, max: 2, optional: true, description: 'ISO 639-1' })
  language?: string | null;

  @Text({ max: 30, optional: true, description: 'When it was published, as exactly as is known' })
  publishedOn?: string | null;

  @Text({ optional: true })
  note?: string | null;
}

export class CorrectSourceRequest {
  @Text({ max: 2000, pattern: URL, optional: true })
  url?: string | null;

  @Text({ max: 500, optional: true })
  title?: string | null;

  @Text({ max: 200, optional: true })
  publisher?: string | null;

  @Text({ pattern: /^[a-z]{2}$/, max: 2, optional: true })
  language?: string | null;

  @Text({ max: 30, optional: true })
  publishedOn?: string | null;

  @Text({ optional: true })
  note?: string | null;
}

export class ListSourcesQuery extends PageQuery {
  @Text({ max: 200, optional: true })
  q?: string | null;
}
