import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { StoredDraft } from '../domain/stored-document';

export interface NamedSource {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  readonly publisher: string | null;
}

export interface NamedEvent {
  readonly id: string;
  readonly names: LocalizedText;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly qualifier: string | null;
}

/** What the ids in a document stand for. */
export interface NamedParts {
  readonly organisations: ReadonlyMap<string, LocalizedText>;
  readonly persons: ReadonlyMap<string, string>;
  readonly capacities: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, NamedSource>;
  readonly event: NamedEvent | null;
}

const NAMES = `jsonb_build_object('ar', name_ar, 'fr', name_fr, 'en', name_en)`;

/** Resolves the ids in a document to the names they have today. */
@Injectable()
export class NamedPartsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** One statement for the whole document, so that a record costs the same however many parts it has. */
  async resolve(document: StoredDraft): Promise<NamedParts> {
    const [row] = await this.transactions.reader.query<
      [
        {
          organisations: Record<string, LocalizedText> | null;
          persons: Record<string, string> | null;
          capacities: Record<string, string> | null;
          sources: Record<string, NamedSource> | null;
          event: NamedEvent | null;
        },
      ]
    >(
      `SELECT
        (SELECT jsonb_object_agg(id, ${NAMES}) FROM organisation WHERE id = ANY($1)) AS organisations,
        (SELECT jsonb_object_agg(person_id, value) FROM personal_value
          WHERE kind = 'name' AND preferred AND person_id = ANY($2)) AS persons,
        (SELECT jsonb_object_agg(id, value) FROM personal_value WHERE id = ANY($3)) AS capacities,
        (SELECT jsonb_object_agg(id, jsonb_build_object('id', id, 'url', url, 'title', title, 'publisher', publisher))
          FROM source WHERE id = ANY($4)) AS sources,
        (SELECT jsonb_build_object('id', id, 'names', ${NAMES}, 'amount', amount, 'currency', amount_currency,
                                   'qualifier', amount_qualifier) FROM signing_event WHERE id = $5) AS event`,
      [
        present(document.parties.map(({ organisationId }) => organisationId)),
        present(document.signatories.map(({ personId }) => personId)),
        present(document.signatories.map(({ capacityValueId }) => capacityValueId)),
        present(document.citations.map(({ sourceId }) => sourceId)),
        document.signing.eventId,
      ],
    );
    const map = <T>(found: Record<string, T> | null) => new Map(Object.entries(found ?? {}));
    return {
      organisations: map(row.organisations),
      persons: map(row.persons),
      capacities: map(row.capacities),
      sources: map(row.sources),
      event: row.event,
    };
  }
}

function present(ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null);
}
