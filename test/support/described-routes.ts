import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Permission } from '@app/kernel';
import { describeApi } from '../../apps/api/src/openapi';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A route as the interface describes it. */
export interface DescribedRoute {
  readonly method: Method;
  /** With its parameters in braces. */
  readonly path: string;
  /** Null for a public one. */
  readonly permission: Permission | null;
  readonly isPublic: boolean;
  readonly security: unknown;
}

interface Operation {
  readonly 'x-permission'?: Permission;
  readonly 'x-public'?: boolean;
  readonly security?: unknown;
}

/** Every route that the api describes, in the order of the description. */
export function describedRoutes(app: NestFastifyApplication): DescribedRoute[] {
  return Object.entries(describeApi(app).paths).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, Operation>).map(([method, operation]) => ({
      method: method.toUpperCase() as Method,
      path,
      permission: operation['x-permission'] ?? null,
      isPublic: operation['x-public'] === true,
      security: operation.security,
    })),
  );
}

/** Whether a route only looks. */
export function looks({ method }: DescribedRoute): boolean {
  return method === 'GET';
}

/** The list in which the record of a path stands: `/agreements` for `/agreements/{id}/history`. */
export function collectionOf(path: string): string | null {
  const [collection = '', ...rest] = path.split('/{');
  return rest.length === 0 ? null : collection;
}

/** The path with an id in the place of its first parameter and nonsense in that of all others. */
export function filledPath(path: string, id: string): string {
  return path.replace(/\{[^}]+\}/, id).replace(/\{[^}]+\}/g, id);
}
