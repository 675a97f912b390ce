import { Injectable } from '@nestjs/common';
import { FieldsRefused, type FieldViolation, type Language, type RoleGrant } from '@app/kernel';
import { type Caller, Transactions } from '@app/platform';
import { NATIONWIDE } from '../domain/access';
import { type RequestedGrant, requestedGrants } from '../domain/grants';
import type { Invitation } from '../domain/invitation';
import { InvitationRepository } from '../persistence/invitation.repository';
import { Access } from './access';
import { IssueInvitation } from './issue-invitation';

/** A member of staff as an administrator invites them. */
export interface StaffToInvite {
  readonly email: string;
  readonly name?: string | null;
  readonly language: Language;
  /** At least one. */
  readonly grants: readonly RequestedGrant[];
}

/**
 * Invites somebody into the administration. The accounts are the country's, so it takes an administrator of the whole
 * country.
 * @throws OutsideScope @throws FieldsRefused @throws AlreadyInvited
 */
@Injectable()
export class InviteStaff {
  constructor(
    private readonly access: Access,
    private readonly issueInvitation: IssueInvitation,
    private readonly invitations: InvitationRepository,
    private readonly transactions: Transactions,
  ) {}

  async execute(invited: StaffToInvite, caller: Caller): Promise<Invitation> {
    this.access.requireAt('account.invite', NATIONWIDE);
    if (invited.grants.length === 0) throw new FieldsRefused([{ field: 'grants', code: 'required' }]);
    const grants = requestedGrants('staff', invited.grants);
    const violations = await this.unknownPlaces(grants);
    if (violations.length > 0) throw new FieldsRefused(violations);
    const { email, name = null, language } = invited;
    return this.transactions.run((tx) =>
      this.issueInvitation.execute(tx, {
        ...{ kind: 'staff', state: 'open', email, name, language, grants },
        ...{ organisation: null, office: null, mandate: null, issuedBy: caller.accountId },
      }),
    );
  }

  private async unknownPlaces(grants: readonly RoleGrant[]): Promise<FieldViolation[]> {
    const violations: FieldViolation[] = [];
    for (const [index, { scope }] of grants.entries()) {
      if (!('codes' in scope)) continue;
      const [unknown] = await this.invitations.unknownCodes(scope.kind, scope.codes);
      if (unknown === undefined) continue;
      const code = scope.kind === 'regions' ? 'scope_region_unknown' : 'scope_sector_unknown';
      violations.push({ field: `grants[${index}].scope.codes`, code, values: { code: unknown } });
    }
    return violations;
  }
}
