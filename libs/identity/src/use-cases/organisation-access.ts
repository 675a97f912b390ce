import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  AccessCount,
  MovedAccess,
  OrganisationAccessRepository,
} from '../persistence/organisation-access.repository';

/** Who acts for an organisation when two records of it become one, in the transaction of whoever decides that. */
@Injectable()
export class OrganisationAccess {
  constructor(private readonly access: OrganisationAccessRepository) {}

  /** Accounts and open invitations of an organisation. */
  count(db: EntityManager, organisationId: string): Promise<AccessCount> {
    return this.access.count(db, organisationId);
  }

  /** Lets whoever acts for one organisation, or was ever invited to, act for the other. */
  move(tx: EntityManager, from: string, to: string): Promise<MovedAccess> {
    return this.access.move(tx, from, to);
  }

  /** Undoes a move, as far as what moved is still there. */
  giveBack(tx: EntityManager, access: MovedAccess, from: string, to: string): Promise<void> {
    return this.access.giveBack(tx, access, from, to);
  }
}

export type { AccessCount, MovedAccess } from '../persistence/organisation-access.repository';
