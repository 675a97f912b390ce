import type { OpenAPIObject } from '@nestjs/swagger';

type Node = Record<string, unknown>;

/**
 * What the generator writes for 3.0, in the words of 3.1: `nullable` becomes a type of its own, public operations
 * say that they need no session, and every operation names the refusals it may answer with.
 */
export function asOpenApi31(document: OpenAPIObject): OpenAPIObject {
  const converted = convert(document) as OpenAPIObject;
  for (const path of Object.values(converted.paths)) {
    for (const [method, operation] of Object.entries(path as Record<string, Node>)) {
      describeOperation(method, operation);
    }
  }
  converted.components = {
    ...converted.components,
    schemas: { ...converted.components?.schemas, Problem: PROBLEM },
  };
  return converted;
}

const PROBLEM = {
  type: 'object',
  description: 'A refusal (RFC 9457), in the language of the caller',
  required: ['type', 'title', 'status', 'code', 'instance', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; what a program decides by' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

function convert(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(convert);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = node as Node;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, convert(value)]));
  return nullable === true ? withNull(inner) : inner;
}

function withNull(schema: Node): Node {
  if (typeof schema.type === 'string') {
    const values = Array.isArray(schema.enum) ? { enum: [...(schema.enum as unknown[]), null] } : {};
    return { ...schema, ...values, type: [schema.type, 'null'] };
  }
  const { description, ...reference } = schema;
  return { ...(description ? { description } : {}), anyOf: [simplified(reference), { type: 'null' }] };
}

function simplified(schema: Node): Node {
  const [only, ...others] = (schema.allOf ?? []) as Node[];
  return only && others.length === 0 ? only : schema;
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'The same key with the same body happens once and is answered alike; with another body it is refused',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

function describeOperation(method: string, operation: Node): void {
  if (operation['x-public'] === true) operation.security = [];
  else if (method === 'post' && operation['x-shown-once'] !== true) {
    operation.parameters = [...((operation.parameters ?? []) as Node[]), IDEMPOTENCY_KEY];
  }
  operation.responses = {
    ...(operation.responses as Node),
    default: {
      description: 'Refused',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  };
}
