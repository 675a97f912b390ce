import { ValidationError, ValidationPipe } from '@nestjs/common';
import { FieldViolation, SentenceValues } from '@app/kernel';
import { RequestMalformed } from './refusals';

const MOST_VIOLATIONS = 100;

/** Checks every body and query against its class and refuses what the class does not know. */
export function requestValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new RequestMalformed(violationsOf(errors).slice(0, MOST_VIOLATIONS)),
  });
}

/** One entry per bad field, nested fields as `commitments[0].deadline.stated`. */
export function violationsOf(errors: readonly ValidationError[], path = ''): FieldViolation[] {
  return errors.flatMap((error) => {
    const field = /^\d+$/.test(error.property) ? `${path}[${error.property}]` : joined(path, error.property);
    const inside = violationsOf(error.children ?? [], field);
    // A list says of itself what its entries say more exactly.
    const own = inside.length > 0 ? null : violationOf(field, error.constraints ?? {});
    return [...(own ? [own] : []), ...inside];
  });
}

function joined(path: string, property: string): string {
  return path === '' ? property : `${path}.${property}`;
}

/** Of several broken rules the one that explains most: a missing field is not also too short. */
function violationOf(field: string, constraints: Readonly<Record<string, string>>): FieldViolation | null {
  if ('whitelistValidation' in constraints) return { field, code: 'unknown_field' };
  const broken = Object.values(constraints).map(readBroken);
  const first =
    RULE_ORDER.map((code) => broken.find((rule) => rule.code === code)).find(Boolean) ?? broken[0];
  return first ? { field, ...first } : null;
}

const RULE_ORDER = [
  'required',
  'not_a_text',
  'not_a_list',
  'not_an_object',
  'not_a_whole_number',
  'not_a_number',
];

function readBroken(message: string): { code: string; values?: SentenceValues } {
  try {
    return JSON.parse(message) as { code: string; values: SentenceValues };
  } catch {
    return { code: 'wrong_format' };
  }
}
