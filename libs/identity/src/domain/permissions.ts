import { PERMISSIONS, type Permission } from '@app/kernel';
import type { Role } from './roles';

/** What a published register shows to whoever has a reason to be in it. */
const PUBLIC_PART = [
  'agreement.read',
  'version.read',
  'commitment.read',
  'summary.read',
  'organisation.read',
  'event.read',
  'source.read',
  'reference.read',
  'indicator.read',
] as const satisfies readonly Permission[];

/** What all staff read. */
const REGISTER = [
  ...PUBLIC_PART,
  'contradiction.read',
  'duplicate.read',
  'person.read',
  'position.read',
  'history.read',
  'legal_step.read',
  'outbox.read',
] as const satisfies readonly Permission[];

/** Who may do what: the one table. `docs/PERMISSIONS.md` is made from it. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  officer: [
    'self',
    ...REGISTER,
    'work_list.read',
    'agreement.log',
    'agreement.annotate',
    'version.act',
    'version.draft',
    'agreement.act',
    'agreement.negotiate',
    'condition.record',
    'event.record',
    'event.correct',
    'source.record',
    'source.correct',
    'contradiction.decide',
    'link.record',
    'link.withdraw',
    'duplicate.decide',
    'organisation.record',
    'organisation.correct',
    'person.record',
    'person.correct',
    'indicator.record',
    'indicator.correct',
    'reference.correct',
    'invitation.read',
    'invitation.issue',
    'invitation.confirm',
    'invitation.change',
    'data_request.read',
    'data_request.record',
  ],
  verifier: [
    'self',
    ...REGISTER,
    'work_list.read',
    'version.act',
    'version.verify',
    'contradiction.decide',
    'duplicate.decide',
  ],
  legal: [
    'self',
    ...REGISTER,
    'agreement.act',
    'agreement.sign',
    'agreement.put_in_force',
    'agreement.suspend',
    'agreement.resume',
    'agreement.terminate',
    'condition.record',
    'condition.decide',
    'work_list.read',
    'processing.read',
    'data_request.read',
    'data_request.record',
    'data_request.decide',
    'data_request.export',
  ],
  director: [
    'self',
    ...REGISTER,
    'work_list.read',
    'version.act',
    'version.verify',
    'version.approve',
    'version.override',
    'agreement.act',
    'agreement.resume',
    'agreement.close',
    'agreement.reopen',
    'agreement.publish',
    'setup.read',
    'position.change',
  ],
  admin: [
    'self',
    ...REGISTER,
    'work_list.read',
    'reference.correct',
    'finding.read',
    'outbox.read_links',
    'account.read',
    'account.invite',
    'account.change',
    'invitation.read',
    'invitation.change',
    'position.change',
    'setup.read',
    'processing.read',
    'processing.change',
    'data_request.read',
    'data_request.record',
    'data_request.decide',
    'data_request.export',
  ],
  auditor: [
    'self',
    ...REGISTER,
    'finding.read',
    'account.read',
    'invitation.read',
    'setup.read',
    'audit.read',
    'processing.read',
    'data_request.read',
  ],
  investor_editor: ['self', ...PUBLIC_PART],
  investor_representative: [
    'self',
    ...PUBLIC_PART,
    'invitation.read',
    'invitation.issue',
    'invitation.change',
  ],
};

/** Whether the role permits it. */
export function permits(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}

/** All that some roles permit, in the order of the list of permissions. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return PERMISSIONS.filter(
    (permission) => permission === 'self' || roles.some((role) => permits(role, permission)),
  );
}
