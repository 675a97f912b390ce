import { Injectable } from '@nestjs/common';
import type { FieldViolation } from '@app/kernel';
import { Transactions } from '@app/platform';

/** Looks up the codes that filters name. */
@Injectable()
export class ReferenceCodesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** One violation for each code that no region or sector has. */
  async findUnknown(codes: { region: string | null; sector: string | null }): Promise<FieldViolation[]> {
    if (codes.region === null && codes.sector === null) return [];
    const [known] = await this.transactions.reader.query<[{ region: boolean; sector: boolean }]>(
      `SELECT $1::text IS NULL OR EXISTS (SELECT 1 FROM region WHERE code = $1) AS region,
              $2::text IS NULL OR EXISTS (SELECT 1 FROM sector WHERE code = $2) AS sector`,
      [codes.region, codes.sector],
    );
    return (['region', 'sector'] as const)
      .filter((field) => !known[field])
      .map((field) => ({ field, code: 'unknown_reference' }));
  }
}
