import { Injectable } from '@nestjs/common';
import type { FieldViolation } from '@app/kernel';
import { Transactions, WITHOUT_VALUE } from '@app/platform';

/** Looks up the codes that filters name. */
@Injectable()
export class ReferenceCodesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** One violation for each filter that names a code no region or sector has. */
  async findUnknown(codes: {
    readonly regions: readonly string[];
    readonly sectors: readonly string[];
  }): Promise<FieldViolation[]> {
    const asked = [codes.regions, codes.sectors].map((of) => of.filter((code) => code !== WITHOUT_VALUE));
    if (asked.every((of) => of.length === 0)) return [];
    const [known] = await this.transactions.reader.query<[{ region: boolean; sector: boolean }]>(
      `SELECT $1::text[] <@ ARRAY(SELECT code FROM region) AS region,
              $2::text[] <@ ARRAY(SELECT code FROM sector) AS sector`,
      asked,
    );
    return (['region', 'sector'] as const)
      .filter((field) => !known[field])
      .map((field) => ({ field, code: 'unknown_reference' }));
  }
}
