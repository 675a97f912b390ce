import { Injectable } from '@nestjs/common';
import type { Hindrance, Permission } from '@app/kernel';
import { OutsideScope, currentRequest } from '@app/platform';
import { Reach, RecordPlace, decideAccess, mayChangeAt, reachOf } from '../domain/access';

/**
 * What the person behind the running request may see and change. Jobs, commands and the first content run without a
 * request: they are the system, which sees everything.
 */
@Injectable()
export class Access {
  /** The organisations whose affairs the caller sees beside what is public; null when they see everything. */
  get visibleOrganisations(): readonly string[] | null {
    const request = currentRequest();
    if (request === null) return null;
    return request.caller === null ? [] : request.caller.organisations;
  }

  /** Whether the caller is of the house: what drafts and gaps say is theirs alone. */
  get isOfTheHouse(): boolean {
    const request = currentRequest();
    return request === null || request.caller?.organisations === null;
  }

  /** @throws OutsideScope when no role of the caller permits this for a record that lies there. */
  requireAt(permission: Permission, place: RecordPlace): void {
    const request = currentRequest();
    if (request === null) return;
    if (request.caller === null || !mayChangeAt(request.caller, permission, place)) throw new OutsideScope();
  }

  /** What keeps the caller from doing this wherever; where is a second question. Null when nothing does. */
  hindranceAnywhere(permission: Permission): Hindrance | null {
    const request = currentRequest();
    if (request === null) return null;
    if (request.caller === null) return { code: 'sign_in_required' };
    const decision = decideAccess(request.caller, permission);
    return decision === 'permitted' ? null : { code: decision };
  }

  /** What keeps the caller from doing this with a record that lies there; null when nothing does. */
  hindranceAt(permission: Permission, place: RecordPlace): Hindrance | null {
    const request = currentRequest();
    if (request === null) return null;
    if (request.caller === null) return { code: 'sign_in_required' };
    const decision = decideAccess(request.caller, permission);
    if (decision !== 'permitted') return { code: decision };
    return mayChangeAt(request.caller, permission, place) ? null : { code: 'outside_scope' };
  }

  /** How far the caller may do this, for the conditions of a query; null when nowhere. */
  reachOf(permission: Permission): Reach | null {
    const request = currentRequest();
    if (request === null) return { everywhere: true };
    return request.caller && reachOf(request.caller, permission);
  }
}
