import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The part of JSON Schema that the description of the interface uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

/** One route as the committed description tells it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly isPublic: boolean;
  readonly permission: string | null;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
  /** Schemas of the answers by status; null for an answer without a body. */
  readonly answers: ReadonlyMap<number, Schema | null>;
}

interface Document {
  readonly paths: Record<string, Record<string, RawOperation>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

interface RawOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: Schema }> }>;
  readonly 'x-public'?: boolean;
  readonly 'x-permission'?: string;
}

/** The committed description: complete, because the build writes it, and held to the code by `npm run check`. */
export const DESCRIPTION = JSON.parse(
  readFileSync(resolve(__dirname, '../../openapi.json'), 'utf8'),
) as Document;

/** All routes of the interface. */
export const OPERATIONS: readonly Operation[] = Object.entries(DESCRIPTION.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, raw]) => ({
    method: method.toUpperCase() as Operation['method'],
    path,
    isPublic: raw['x-public'] === true,
    permission: raw['x-permission'] ?? null,
    parameters: raw.parameters ?? [],
    body: raw.requestBody?.content['application/json']?.schema ?? null,
    answers: new Map(
      Object.entries(raw.responses)
        .filter(([status]) => /^\d+$/.test(status))
        .map(([status, answer]) => [Number(status), answer.content?.['application/json']?.schema ?? null]),
    ),
  })),
);

/** The schema behind a reference. */
export function resolved(schema: Schema): Schema {
  if (!schema.$ref) return schema;
  const found = DESCRIPTION.components.schemas[schema.$ref.replace('#/components/schemas/', '')];
  if (!found) throw new Error(`the description refers to nothing: ${schema.$ref}`);
  return found;
}
