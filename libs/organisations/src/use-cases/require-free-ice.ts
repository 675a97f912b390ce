import { IceAlreadyRecorded } from '../domain/refusals';
import type { OrganisationRepository } from '../persistence/organisation.repository';

type Transaction = Parameters<OrganisationRepository['findHolderOfIce']>[0];

/** Refuses an identifier that another organisation has. @throws IceAlreadyRecorded */
export async function requireFreeIce(
  organisations: OrganisationRepository,
  tx: Transaction,
  ice: string | null,
  own: string | null,
): Promise<void> {
  if (ice === null) return;
  const holder = await organisations.findHolderOfIce(tx, ice);
  if (holder !== null && holder !== own) throw new IceAlreadyRecorded(holder);
}
