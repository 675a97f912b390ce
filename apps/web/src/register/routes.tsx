import type { RouteObject } from 'react-router';
import type { Services } from '@/app/services';
import { AgreementsPage } from './agreements-page';

/** The public register. Each page's loader reads on the server what the page shows; a browser reads as it shows. */
export function registerRoutes(_services: Services): RouteObject[] {
  return [{ index: true, element: <AgreementsPage /> }];
}
