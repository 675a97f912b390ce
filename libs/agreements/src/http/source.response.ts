/** A page, paper or letter in which facts were published. */
export class SourceResponse {
  id: string;
  revision: number;
  url: string;
  title: string | null;
  publisher: string | null;
  language: string | null;
  publishedOn: string | null;
  note: string | null;
}

export class SourcePageResponse {
  items: SourceResponse[];
  total: number;
  totalIsAtLeast?: boolean;
  nextCursor: string | null;
}
