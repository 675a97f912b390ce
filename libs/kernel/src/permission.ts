/**
 * Everything that may be permitted. Each route of the interface names exactly one of these or is public; which role
 * holds which stands in one table of identity, what each allows in its catalogue, in three languages.
 */
export const PERMISSIONS = [
  // What every signed-in person may do about their own account.
  'self',
  // What was promised.
  'agreement.read',
  'agreement.log',
  'agreement.annotate',
  // Its versions: who drafts, who verifies, who approves.
  'version.read',
  'version.act',
  'version.draft',
  'version.verify',
  'version.approve',
  'version.override',
  // Its legal life: who signs, who ends, who publishes.
  'legal_step.read',
  'agreement.act',
  'agreement.negotiate',
  'agreement.sign',
  'agreement.put_in_force',
  'agreement.suspend',
  'agreement.resume',
  'agreement.terminate',
  'agreement.close',
  'agreement.reopen',
  'agreement.publish',
  'condition.record',
  'condition.decide',
  'agreement_file.read',
  'agreement_file.read_withdrawn',
  'agreement_file.record',
  'agreement_file.withdraw',
  'commitment.read',
  // What became of a promise.
  'settlement.read',
  'commitment.settle',
  'change_request.read',
  'change_request.ask',
  'change_request.answer',
  'reporting.read',
  'reporting.open',
  'report.read',
  'report.act',
  'report.prepare',
  'report.attest',
  'report.verify',
  'report.dispute',
  'reply.read',
  'reply.notify',
  'reply.give',
  'summary.read',
  'event.read',
  'event.record',
  'event.correct',
  'source.read',
  'source.record',
  'source.correct',
  'contradiction.read',
  'contradiction.decide',
  'link.record',
  'link.withdraw',
  'duplicate.read',
  'duplicate.decide',
  // What waits for somebody.
  'work_list.read',
  // Who promised.
  'organisation.read',
  'organisation.record',
  'organisation.correct',
  'organisation.merge',
  'person.read',
  'person.record',
  'person.correct',
  'person.merge',
  // The country.
  'reference.read',
  'reference.correct',
  'indicator.read',
  'indicator.record',
  'indicator.correct',
  // What cannot be.
  'finding.read',
  // Who was told.
  'outbox.read',
  'outbox.read_links',
  // Accounts, invitations and positions.
  'account.read',
  'account.invite',
  'account.change',
  'invitation.read',
  'invitation.issue',
  'invitation.confirm',
  'invitation.change',
  'position.read',
  'position.change',
  'setup.read',
  // Proof of what was done.
  'system.read',
  'audit.read',
  'audit_verification.read',
  'audit_verification.request',
  'history.read',
  // Personal data.
  'processing.read',
  'processing.change',
  'data_request.read',
  'data_request.record',
  'data_request.decide',
  'data_request.export',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Permissions that only look; a missing second factor never withholds them. */
export function isReading(permission: Permission): boolean {
  return permission === 'self' || /\.(read|read_links|read_withdrawn)$/.test(permission);
}

/** Where a role is held: everywhere, in some regions or sectors, or for one organisation. */
export type AccessScope =
  | { readonly kind: 'country' }
  | { readonly kind: 'regions'; readonly codes: readonly string[] }
  | { readonly kind: 'sectors'; readonly codes: readonly string[] }
  | { readonly kind: 'organisation'; readonly organisationId: string };

/** A role, and where it is held. */
export interface RoleGrant {
  readonly role: string;
  readonly scope: AccessScope;
}
