import { newId } from '../database/ids';
import type { EdgeRequest } from './caller';

const UUID = /^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/i;

/**
 * The name of a request. A proxy that is believed may have named it already, as a UUID with or without hyphens
 * (nginx writes `$request_id` without); what anybody else sends, or in another form, is not taken over: it would
 * get into logs and the audit trail.
 */
export function requestIdOf(request: EdgeRequest): string {
  const named = request.headers['x-request-id'];
  if (typeof named !== 'string' || !comesFromProxy(request)) return newId();
  const parts = UUID.exec(named);
  return parts ? parts.slice(1).join('-').toLowerCase() : newId();
}

/** A proxy that is believed says for whom it asks: then there is more than one address. */
function comesFromProxy({ ips }: EdgeRequest): boolean {
  return (ips?.length ?? 0) > 1;
}
