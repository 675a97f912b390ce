import { Injectable } from '@nestjs/common';
import { type Hindrance, Refusal, hindranceBy } from '@app/kernel';
import { AccessControl, type Caller, PermissionRequired } from '@app/platform';
import { organisationsOf } from '../domain/access';
import type { Invitation } from '../domain/invitation';

/** Decides who withdraws an invitation they see, or has it mailed again. */
@Injectable()
export class GuardInvitation {
  constructor(private readonly access: AccessControl) {}

  /** What the caller would be refused with; null for nothing. */
  hindrance(caller: Caller, invitation: Invitation): Hindrance | null {
    try {
      this.requireChange(caller, invitation);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return hindranceBy(error);
      throw error;
    }
  }

  /**
   * Invitations of staff belong to who invites staff; a representative looks after those of editors, never after
   * another representative's. @throws PermissionRequired @throws SecondFactorRequired
   */
  requireChange(caller: Caller, { kind, grants }: Invitation): void {
    if (kind === 'staff') return this.access.require(caller, 'account.invite');
    const ofEditor = grants.every(({ role }) => role === 'investor_editor');
    if (organisationsOf(caller.grants) !== null && !ofEditor) throw new PermissionRequired();
  }
}
