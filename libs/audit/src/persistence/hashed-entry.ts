/** An instant as text, the same whatever the session's zone and style: `2026-11-23T10:00:00.123Z`. */
export function instant(expression: string): string {
  return `(to_jsonb(${expression} AT TIME ZONE 'UTC') #>> '{}') || 'Z'`;
}

/** The entry `e` as it is hashed and exported: a JSON object with the names of `HashedEntry`. */
export const HASHED_ENTRY = `jsonb_build_object(
  'id', e.id, 'at', ${instant('e.at')}, 'recordedAt', ${instant('e.recorded_at')}, 'actor', e.actor,
  'onBehalfOf', e.on_behalf_of, 'tokenId', e.token_id, 'action', e.action, 'subjectType', e.subject_type,
  'subjectId', e.subject_id, 'payload', e.payload, 'reason', e.reason, 'requestId', e.request_id,
  'address', e.address)`;
