declare const payloadType: unique symbol;

/** A kind of entry in the audit trail: what was done to what, and for the compiler what its payload says. */
export interface AuditKind<Payload extends object> {
  /** `subject.verb`, as in `organisation.corrected`. */
  readonly action: `${string}.${string}`;
  /** What the entry's subject is, as in `organisation`. */
  readonly subjectType: string;
  readonly [payloadType]?: Payload;
}

/** Names a kind of entry. The payload holds ids and values that are not personal, before → after where it changed. */
export function auditKind<Payload extends object = Record<never, never>>(
  action: `${string}.${string}`,
  subjectType: string,
): AuditKind<Payload> {
  return { action, subjectType };
}
