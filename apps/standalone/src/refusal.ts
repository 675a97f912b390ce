/** A start that cannot go on for a reason the operator can act on: its message is the one sentence to print. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
