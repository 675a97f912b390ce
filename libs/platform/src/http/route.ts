import { Param, PipeTransform, SetMetadata, applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import { RecordNotFound } from '@app/kernel';

/** What the edge knows of a route before it reads the body. */
export interface RouteFacts {
  readonly public?: boolean;
  /** Table whose revision a change must name. */
  readonly versionedTable?: string;
}

/** Metadata under which a route's facts are also kept for tests and the OpenAPI document. */
export const ROUTE_FACTS = 'mithaq:route';

function route(facts: RouteFacts): MethodDecorator {
  return applyDecorators(RouteConfig(facts), SetMetadata(ROUTE_FACTS, facts));
}

/** Open to everyone; every other route needs a session. */
export function PublicRoute(): MethodDecorator {
  return applyDecorators(route({ public: true }), ApiExtension('x-public', true));
}

/**
 * Changes one record: `If-Match` must name its current revision. A missing header (428) and another revision (412)
 * are decided before the body is read.
 */
export function ChangesRecord(table: string): MethodDecorator {
  return applyDecorators(
    route({ versionedTable: table }),
    ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the record as it was read' }),
  );
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
