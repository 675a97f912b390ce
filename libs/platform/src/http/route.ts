import { Param, PipeTransform, SetMetadata, applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import { type Permission, RecordNotFound } from '@app/kernel';

/** What the edge knows of a route before it reads the body. */
export interface RouteFacts {
  readonly public?: true;
  /** Whether the answer is the same for everyone: who asks is not looked at, and whoever keeps it may serve it. */
  readonly sameForAll?: true;
  /** What a caller must be permitted; every route has one, or is public. */
  readonly permission?: Permission;
  /** Whether only a session will do: a token must not make tokens or change how its holder signs in. */
  readonly sessionOnly?: true;
  /** Whether the answer holds a secret that is shown once: it is kept nowhere, also not for a repeated request. */
  readonly shownOnce?: true;
  /** Table whose revision a change must name. */
  readonly versionedTable?: string;
  /** Whether a change must name a revision that is compared later than at the edge. */
  readonly wantsRevision?: true;
  /** Whether it takes a form with a file, which no other route does. */
  readonly takesFile?: true;
  /** Path under which a new record is found when it is not the one it was sent to. */
  readonly recordsUnder?: string;
}

/** Metadata under which a route's facts are kept for tests and the OpenAPI document. */
export const ROUTE_FACTS = 'mithaq:route';

/** Adds facts to those that other decorators of the same route state. */
export function route(facts: RouteFacts): MethodDecorator {
  return (target, key, descriptor) => {
    const handler = descriptor.value as object;
    const before = (Reflect.getMetadata(ROUTE_FACTS, handler) ?? {}) as RouteFacts;
    const all = { ...before, ...facts };
    for (const decorate of [RouteConfig(all), SetMetadata(ROUTE_FACTS, all)]) {
      decorate(target, key, descriptor);
    }
  };
}

/** Open to everyone. */
export function PublicRoute(): MethodDecorator {
  return applyDecorators(route({ public: true }), ApiExtension('x-public', true));
}

/**
 * Open to everyone and the same for everyone: a session or a token changes no byte of the answer. Its content gives it
 * its `ETag`, by which lists are asked for again too.
 */
export function PublicRegisterRoute(): MethodDecorator {
  return applyDecorators(
    PublicRoute(),
    route({ sameForAll: true }),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The ETag of the answer that is held already: 304 while it still holds',
    }),
  );
}

/** Open to callers who hold this permission. It guards the route, documents it, and is what the matrix test reads. */
export function RequirePermission(permission: Permission): MethodDecorator {
  return applyDecorators(route({ permission }), ApiExtension('x-permission', permission));
}

/** Open to whoever is signed in with a session, about their own account: an API token is refused. */
export function OwnAccount(): MethodDecorator {
  return applyDecorators(
    route({ permission: 'self', sessionOnly: true }),
    ApiExtension('x-permission', 'self'),
  );
}

/** Answers with a secret that is shown once: no `Idempotency-Key` is taken, for its answer would have to be kept. */
export function ShownOnce(): MethodDecorator {
  return applyDecorators(route({ shownOnce: true }), ApiExtension('x-shown-once', true));
}

/** What is wrong with the way a route says who may use it; null when it says it once. */
export function accessFaultOf({ public: isPublic, permission }: RouteFacts): string | null {
  if (isPublic && permission) return 'is public and asks for a permission';
  return isPublic || permission ? null : 'neither asks for a permission nor is public';
}

/**
 * Changes one record: `If-Match` must name its current revision. A missing header (428) and another revision (412)
 * are decided before the body is read. A path without an id means the caller's own account.
 */
export function ChangesRecord(table: string): MethodDecorator {
  return applyDecorators(
    route({ versionedTable: table }),
    ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the record as it was read' }),
  );
}

/**
 * Writes over a record whose current content the answer brings back when `If-Match` names another revision (409): a
 * missing header is refused before the body is read, a stale one by whoever writes.
 */
export function WritesOverRevision(): MethodDecorator {
  return applyDecorators(
    route({ wantsRevision: true }),
    ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the record as it was read' }),
  );
}

/** The answer is a record that is found under this path, as `/api/v1/invitations`, and not under the route's own. */
export function RecordsLieUnder(path: string): MethodDecorator {
  return route({ recordsUnder: path });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text has the form of an identifier of the register. */
export function isRecordId(text: string): boolean {
  return UUID.test(text);
}

const asRecordId: PipeTransform<string, string> = {
  transform(value: string): string {
    if (!isRecordId(value)) throw new RecordNotFound();
    return value.toLowerCase();
  },
};

/** The identifier in the path; text of another form is a record that does not exist. */
export function RecordId(name = 'id'): ParameterDecorator {
  return Param(name, asRecordId);
}

const asRecordNumber: PipeTransform<string, number> = {
  transform(value: string): number {
    if (!/^[1-9]\d{0,8}$/.test(value)) throw new RecordNotFound();
    return Number(value);
  },
};

/** The number in the path; text of another form is a record that does not exist. */
export function RecordNumber(name: string): ParameterDecorator {
  return Param(name, asRecordNumber);
}
