import type { InvestorRole } from './roles';

/** Somebody who acts for an organisation, as whoever represents it sees them. */
export interface Colleague {
  readonly accountId: string;
  readonly name: string | null;
  readonly email: string;
  /** False once the account is closed: nobody signs in with it. */
  readonly active: boolean;
  readonly organisationId: string;
  readonly role: InvestorRole;
  readonly since: Date;
}
