import { Injectable } from '@nestjs/common';
import { Page, PageRequest, Transactions, holdsEveryWord, joinConditions, readPage } from '@app/platform';
import { AgreementScope, referredToWithin } from './visible-agreements';

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

/** How an agreement refers to a source. */
const CITED = { rows: 'citation t WHERE t.source_id = s.id', agreementId: 't.agreement_id' };

/** Reads sources. */
@Injectable()
export class SourceRepository {
  constructor(private readonly transactions: Transactions) {}

  listPage(q: string | null, page: PageRequest, scope: AgreementScope): Promise<Page<SourceView>> {
    return readPage<SourceView>(
      this.transactions.reader,
      {
        select: COLUMNS,
        from: 'source s',
        conditions: [...holdsEveryWord('s.search', q), ...referredToWithin(scope, CITED)],
        sort: { keys: [{ sql: 's.id', type: 'uuid' }] },
      },
      page,
    );
  }

  /** Null when there is none, or none that an agreement in scope cites. */
  async find(id: string, scope: AgreementScope): Promise<SourceView | null> {
    const { where, values } = joinConditions([
      { sql: 's.id = ?', values: [id] },
      ...referredToWithin(scope, CITED),
    ]);
    const [row] = await this.transactions.reader.query<SourceView[]>(
      `SELECT ${COLUMNS} FROM source s ${where}`,
      values,
    );
    return row ?? null;
  }
}
