import { type TestApi, startTestApi } from './application';

/** The api over the real register of Morocco, as a new installation has it. */
export interface RealRegister {
  readonly api: TestApi;
  /** The id of an agreement by the reference that its papers go by here, such as `MA-2025-001`. */
  idOf(publishedReference: string): string;
  /** The commitments of an agreement, in the order of its document. */
  commitmentsOf(publishedReference: string): Promise<{ readonly id: string; readonly kind: string }[]>;
}

/** Starts the api on 23 November 2026 over the first content. */
export async function startRealRegister(environment: Record<string, string> = {}): Promise<RealRegister> {
  const api = await startTestApi({ CLOCK_START: '2026-11-23T10:00:00Z', ...environment }, 'real');
  const rows = await api.dataSource.query<{ id: string; published_reference: string }[]>(
    'SELECT id, published_reference FROM agreement',
  );
  const ids = new Map(rows.map((row) => [row.published_reference, row.id]));
  const idOf = (publishedReference: string) => {
    const id = ids.get(publishedReference);
    if (id === undefined) throw new Error(`no agreement ${publishedReference}`);
    return id;
  };
  return {
    api,
    idOf,
    commitmentsOf: (publishedReference) =>
      api.dataSource.query('SELECT id, kind FROM commitment WHERE agreement_id = $1 ORDER BY rank', [
        idOf(publishedReference),
      ]),
  };
}
