/** Seconds in which a sign-in that was begun at the provider must come back. */
export const PROVIDER_ATTEMPT_SECONDS = 600;

const PLACE = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,499}$/;

/** Where to go after a sign-in: a path on the register's own address, never another one. Null for anything else. */
export function placeToReturnTo(text: string): string | null {
  return PLACE.test(text) ? text : null;
}
