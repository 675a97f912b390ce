import { PERMISSIONS, type Permission, isReading } from '@app/kernel';
import { ROLES, type Role, SECOND_FACTOR_ROLES, permits } from '@app/identity';
import { sentence } from '@app/platform';

/** The part of an OpenAPI document that says who may use a route. */
export interface DescribedRoutes {
  readonly paths: Readonly<Record<string, object>>;
}

interface Operation {
  readonly 'x-permission'?: string;
  readonly 'x-public'?: boolean;
  readonly summary?: string;
}

const INTRODUCTION = `# Who may do what

Made by \`npm run permissions\` from the tables of the code (\`libs/identity/src/domain/permissions.ts\`) and the
description of the interface; a check compares. **✓** permitted · **✓²** permitted once the holder has enrolled a second
factor and signed in with it; until then the answer is 403 \`second_factor_required\`. What only reads is never withheld.

A role is held for the whole country, for some regions or for some sectors; an investor's for one organisation. Staff
read everything and change a record where one of its places matches; a record of the whole country takes a role for the
whole country. Investors see their own organisation and what is public.
`;

/** `docs/PERMISSIONS.md`: the table of roles, the sentences, and the routes behind each permission. */
export function permissionsPage(api: DescribedRoutes): string {
  return [INTRODUCTION, rolesTable(), sentencesTable(), routesTable(api)].join('\n');
}

function rolesTable(): string {
  const rows = PERMISSIONS.map((permission) =>
    row([`\`${permission}\``, ...ROLES.map((role) => mark(role, permission))]),
  );
  return [
    '## Roles\n',
    row(['Permission', ...ROLES]),
    row(['---', ...ROLES.map(() => ':-:')]),
    ...rows,
    '',
  ].join('\n');
}

function mark(role: Role, permission: Permission): string {
  if (!permits(role, permission)) return '';
  return isReading(permission) || !SECOND_FACTOR_ROLES.includes(role) ? '✓' : '✓²';
}

function sentencesTable(): string {
  const rows = PERMISSIONS.map((permission) => {
    const code = `permission.${permission}`;
    return row([`\`${permission}\``, sentence(code, 'en'), sentence(code, 'fr'), sentence(code, 'ar')]);
  });
  const head = row(['Permission', 'English', 'Français', 'العربية']);
  return ['## What each permits\n', head, row(['---', '---', '---', '--:']), ...rows, ''].join('\n');
}

function routesTable({ paths }: DescribedRoutes): string {
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, Operation>).map(([method, operation]) => ({
      access: operation['x-public'] ? 'public' : (operation['x-permission'] ?? ''),
      route: `\`${method.toUpperCase()} ${path}\``,
      summary: operation.summary ?? '',
    })),
  );
  const order = ['public', ...PERMISSIONS];
  routes.sort((a, b) => order.indexOf(a.access) - order.indexOf(b.access) || (a.route < b.route ? -1 : 1));
  const rows = routes.map(({ access, route, summary }) =>
    row([access === 'public' ? '*public*' : `\`${access}\``, route, summary]),
  );
  const head = row(['Permission', 'Route', '']);
  return ['## Routes\n', head, row(['---', '---', '---']), ...rows, ''].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
