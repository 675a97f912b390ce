import { Injectable } from '@nestjs/common';
import { Page, PageRequest, Transactions, holdsEveryWord, readPage } from '@app/platform';

/** A page, paper or letter in which facts were published. */
export interface SourceView {
  readonly id: string;
  readonly revision: number;
  readonly url: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly publishedOn: string | null;
  readonly note: string | null;
}

const COLUMNS =
  's.id, s.revision, s.url, s.title, s.publisher, s.language, s.published_on AS "publishedOn", s.note';

/** Reads sources. */
@Injectable()
export class SourceRepository {
  constructor(private readonly transactions: Transactions) {}

  listPage(q: string | null, page: PageRequest): Promise<Page<SourceView>> {
    return readPage<SourceView>(
      this.transactions.reader,
      {
        select: COLUMNS,
        from: 'source s',
        conditions: holdsEveryWord('s.search', q),
        sort: { keys: [{ sql: 's.id', type: 'uuid' }] },
      },
      page,
    );
  }

  async find(id: string): Promise<SourceView | null> {
    const [row] = await this.transactions.reader.query<SourceView[]>(
      `SELECT ${COLUMNS} FROM source s WHERE s.id = $1`,
      [id],
    );
    return row ?? null;
  }
}
