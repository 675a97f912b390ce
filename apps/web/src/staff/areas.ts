import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

interface Area {
  /** Patterns of addresses below `/staff`. */
  readonly paths: readonly string[];
  /** The pages of an area write their addresses below `/staff` in whole: `<Route path="agreements/:id/review">`. */
  readonly Pages: LazyExoticComponent<ComponentType>;
}

/** Which area has the pages of an address; the first match wins. Each is loaded when somebody goes there. */
export const AREAS: readonly Area[] = [
  {
    paths: ['agreements/new/*', 'agreements/:id/draft/*'],
    Pages: lazy(async () => ({ default: (await import('@/logging/logging-pages')).LoggingPages })),
  },
  {
    paths: ['review/*', 'reports/*', 'agreements/:id/review/*', 'agreements/:id/steps/*', 'commitments/:id'],
    Pages: lazy(async () => ({ default: (await import('@/review/review-pages')).ReviewPages })),
  },
  {
    paths: ['agreements/*', 'commitments/*'],
    Pages: lazy(async () => ({ default: (await import('@/agreements/agreements-pages')).AgreementsPages })),
  },
  {
    paths: ['organisations/*', 'persons/*', 'events/*', 'sources/*'],
    Pages: lazy(async () => ({ default: (await import('@/people/people-pages')).PeoplePages })),
  },
  {
    paths: ['admin/*'],
    Pages: lazy(async () => ({ default: (await import('@/admin/admin-pages')).AdminPages })),
  },
];
