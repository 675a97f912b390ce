/** What kind of answer a refusal is, without saying anything about HTTP. */
export type RefusalKind =
  | 'invalid'
  | 'unprocessable'
  | 'not_found'
  | 'conflict'
  | 'stale'
  | 'precondition_required'
  | 'unauthenticated'
  | 'forbidden'
  | 'too_large'
  | 'too_many'
  | 'unavailable';

/** Values that fill the `{placeholders}` of a sentence in the catalogue. */
export type SentenceValues = Readonly<Record<string, string | number>>;

/** One bad field of a request: where it is, which rule it breaks, and what fills the rule's sentence. */
export interface FieldViolation {
  readonly field: string;
  readonly code: string;
  readonly values?: SentenceValues;
}

/**
 * A request that is understood and refused. The `code` is stable, belongs to the public interface and has a
 * sentence in three languages in the catalogue of the feature that throws it.
 */
export abstract class Refusal extends Error {
  abstract readonly code: string;
  abstract readonly kind: RefusalKind;
  readonly values: SentenceValues;
  readonly violations: readonly FieldViolation[];
  /** Seconds after which the same request may fare better; null when waiting changes nothing. */
  readonly retryAfter: number | null = null;
  /** What the answer carries beside the sentence, by name; null for nothing. */
  readonly extension: Readonly<Record<string, unknown>> | null = null;

  constructor(values: SentenceValues = {}, violations: readonly FieldViolation[] = []) {
    super(new.target.name);
    this.name = new.target.name;
    this.values = values;
    this.violations = violations;
  }
}

/** The record asked for does not exist, or not for this caller. */
export class RecordNotFound extends Refusal {
  readonly code = 'not_found';
  readonly kind = 'not_found';
}

/** It may exist and is not the caller's to touch: answered exactly as what does not exist, and noted as a refusal. */
export class RecordConcealed extends RecordNotFound {}

/** The record changed since the caller read it. */
export class RecordIsStale extends Refusal {
  readonly code = 'stale_record';
  readonly kind = 'stale';
}

/** Well-formed, but one or more fields say something the register cannot accept. */
export class FieldsRefused extends Refusal {
  readonly code = 'fields_refused';
  readonly kind = 'unprocessable';

  constructor(violations: readonly FieldViolation[]) {
    super({ count: violations.length }, violations);
  }
}
