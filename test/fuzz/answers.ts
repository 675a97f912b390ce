import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { DESCRIPTION, type Operation, type Schema } from './description';
import type { TestAnswer } from '../support/application';

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
ajv.addSchema({ $id: 'register', components: DESCRIPTION.components });

/** The same schema, whose references lead into the description. */
function anchored(schema: Schema): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"register#/components/')) as object;
}

const compiled = new Map<Schema, ValidateFunction>();
const PROBLEM: Schema = { $ref: '#/components/schemas/Problem' };

function fault(schema: Schema, value: unknown): string | null {
  const validate = compiled.get(schema) ?? ajv.compile(anchored(schema));
  compiled.set(schema, validate);
  if (validate(value)) return null;
  const [error] = validate.errors ?? [];
  return `${error?.instancePath ?? ''} ${error?.message ?? 'is not as described'}`;
}

/** Refusals that the description names for all routes at once, by status. */
const REFUSALS = new Set([400, 401, 403, 404, 409, 412, 413, 414, 415, 422, 428, 429]);

/** What an answer says that the description of its route does not; null when it is as described. */
export function faultOf(operation: Operation, { status, headers, body }: TestAnswer<unknown>): string | null {
  const described = operation.answers.get(status);
  if (described !== undefined) return described === null ? null : fault(described, body);
  if (!REFUSALS.has(status)) return `status ${status} is not described`;
  if (!headers['content-type']?.startsWith('application/problem+json')) return `${status} is no problem+json`;
  return fault(PROBLEM, body);
}

export function isRefusal(status: number): boolean {
  return status >= 400;
}
