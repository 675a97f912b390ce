import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';

interface Operation {
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly 'x-public'?: boolean;
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema?: object }> }>;
  readonly requestBody?: object;
}

interface Description {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, { readonly properties?: Record<string, object> }> };
}

const description = JSON.parse(readFileSync(join(__dirname, '../../../openapi.json'), 'utf8')) as Description;

const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method,
    operation,
  })),
);

/** The routes that whoever likes may use. */
const OPEN = [
  'GET /api/v1/health/live',
  'GET /api/v1/health/ready',
  'GET /api/v1/public/about',
  'GET /api/v1/public/agreements',
  'GET /api/v1/public/agreements/{reference}',
  'GET /api/v1/public/audit-checkpoints',
  'GET /api/v1/public/commitments',
  'GET /api/v1/public/definitions',
  'GET /api/v1/public/definitions/{id}',
  'GET /api/v1/public/indicators',
  'GET /api/v1/public/indicators/{code}',
  'GET /api/v1/public/progress',
  'GET /api/v1/public/summary',
  'GET /api/v1/session/oidc',
  'GET /api/v1/session/oidc/callback',
  'GET /api/v1/session/providers',
  'POST /api/v1/invitations/acceptance',
  'POST /api/v1/password-resets',
  'POST /api/v1/password-resets/completion',
  'POST /api/v1/session',
];

describe('the description of the interface', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate({ ...description });
    expect(errors ?? []).toEqual([]);
    expect([valid, description.openapi]).toEqual([true, '3.1.0']);
  });

  it.each([
    'GET /api/v1/agreements',
    'POST /api/v1/agreements',
    'GET /api/v1/agreements/{id}',
    'PUT /api/v1/agreements/{id}/draft',
    'POST /api/v1/agreements/{id}/draft/transitions',
    'GET /api/v1/agreements/{id}/versions/{n}/diff',
    'PATCH /api/v1/agreements/{id}',
    'GET /api/v1/commitments',
    'GET /api/v1/commitments/{id}',
    'GET /api/v1/summary',
    'GET /api/v1/outbox',
    'POST /api/v1/session',
    'DELETE /api/v1/session',
    ...['organisations', 'persons', 'events', 'sources'].flatMap((records) => [
      `GET /api/v1/${records}`,
      `POST /api/v1/${records}`,
      `PATCH /api/v1/${records}/{id}`,
    ]),
    ...['regions', 'zones', 'sectors', 'holidays', 'indicator-figures'].flatMap((records) => [
      `GET /api/v1/${records}`,
      `PATCH /api/v1/${records}/{id}`,
    ]),
  ])('knows %s', (name) => expect(operations.map((operation) => operation.name)).toContain(name));

  it.each(operations)('$name says what it is for and what it answers', ({ operation }) => {
    expect(operation.summary).toBeTruthy();
    const [status] = Object.keys(operation.responses).filter((code) => /^[23]/.test(code));
    expect(status).toBeDefined();
    // Neither has anything to read.
    if (status !== '204' && status !== '302') {
      const content = Object.values(operation.responses[status ?? '']?.content ?? {});
      expect(content.length).toBeGreaterThan(0);
      expect(content.every(({ schema }) => schema !== undefined)).toBe(true);
    }
    expect(operation.responses.default?.content?.['application/problem+json']).toBeDefined();
  });

  it('opens nothing but health, ways in, the public register, and the proof that the public keeps', () => {
    const open = operations.filter(({ operation }) => operation['x-public'] === true);
    expect(open.map(({ name }) => name).sort()).toEqual(OPEN);
    expect(open.every(({ operation }) => operation.security?.length === 0)).toBe(true);
  });

  it('describes every property of every schema', () => {
    const empty = Object.entries(description.components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, property]) => Object.keys(property).length === 0)
        .map(([property]) => `${name}.${property}`),
    );
    expect(empty).toEqual([]);
    expect(JSON.stringify(description)).not.toContain('"nullable"');
  });
});
