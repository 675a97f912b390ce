import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/platform';

/** Codes of regions and sectors. */
export interface Places {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
}

/**
 * Where an organisation lies: wherever one of the agreements does that name it. Agreements come to the right of
 * organisations, so this is the one place here that knows their tables.
 */
@Injectable()
export class OrganisationPlaces {
  constructor(private readonly transactions: Transactions) {}

  /** Null for an organisation that no agreement names: it lies nowhere yet. */
  async of(organisationId: string): Promise<Places | null> {
    const [row] = await this.transactions.reader.query<[Places & { named: boolean }]>(
      `WITH own AS (SELECT DISTINCT agreement_id FROM party WHERE organisation_id = $1)
       SELECT EXISTS (SELECT FROM own) AS named,
              ARRAY(SELECT unnest(c.region_codes) FROM own JOIN commitment c USING (agreement_id)
                    UNION
                    SELECT r.code FROM own JOIN commitment c USING (agreement_id)
                      JOIN zone z ON z.id = ANY (c.zone_ids) JOIN region r ON r.code = z.region_code) AS regions,
              ARRAY(SELECT DISTINCT unnest(a.sector_codes) FROM own JOIN agreement a ON a.id = own.agreement_id)
                AS sectors`,
      [organisationId],
    );
    return row.named ? { regions: row.regions, sectors: row.sectors } : null;
  }
}
