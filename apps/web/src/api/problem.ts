import type { components } from '../../.generated/schema';

/** A refusal of the API (RFC 9457), in the reader's language. */
export type Problem = components['schemas']['Problem'];

/** The refusal in what was thrown; null when the server was not reached or the program is at fault. */
export function problemOf(error: unknown): Problem | null {
  return typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    'code' in error &&
    'title' in error
    ? (error as Problem)
    : null;
}

/** Whether this is the refusal with that stable code. */
export function isProblem(error: unknown, code: string): boolean {
  return problemOf(error)?.code === code;
}

/** Whether the server was not reached at all. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError;
}

/** What to say of each field, by its path in the body. */
export function fieldErrorsOf(error: unknown): ReadonlyMap<string, string> {
  return new Map((problemOf(error)?.errors ?? []).map(({ field, message }) => [field, message]));
}
