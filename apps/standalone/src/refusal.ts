/** A start that cannot go on for a reason the operator can act on: its message is what to print. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/** Refusals are told by their message alone; anything else is a defect and shows where it happened. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && ['StartRefused', 'SettingsRefused'].includes(error.name);
}
