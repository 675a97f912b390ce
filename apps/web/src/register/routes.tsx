import type { RouteObject } from 'react-router';
import type { Services } from '@/app/services';
import { AboutPage } from './about-page';
import { AgreementsPage } from './agreements-page';
import { CommitmentsPage } from './commitments-page';
import { DefinitionPage, DefinitionsPage } from './definitions-page';
import { NationalPage } from './national-page';
import { prefetching } from './prefetch';
import {
  agreementQuery,
  agreementsQuery,
  commitmentsQuery,
  definitionsQuery,
  figuresQuery,
  headlinesQuery,
  indicatorsQuery,
  progressQuery,
  summaryQuery,
} from './queries';
import { agreementsAsked, rowsAsked, summaryAsked } from './question';
import { ProgressPage } from './progress-page';
import { RecordPage } from './record-page';
import { TotalsPage } from './totals-page';
import './register.css';

/** The public register. Each page's loader reads on the server what the page shows; a browser reads as it shows. */
export function registerRoutes(services: Services): RouteObject[] {
  const { api } = services;
  return [
    {
      index: true,
      element: <AgreementsPage />,
      ...prefetching(services, (read, { address }) => [
        read(headlinesQuery(api)),
        read(agreementsQuery(api, agreementsAsked(address))),
      ]),
    },
    {
      path: 'agreements/:reference',
      element: <RecordPage />,
      ...prefetching(services, (read, { params }) => [read(agreementQuery(api, params.reference ?? ''))]),
    },
    {
      path: 'commitments',
      element: <CommitmentsPage />,
      ...prefetching(services, (read, { address }) => {
        const { sort: _, cursor: __, ...choice } = rowsAsked(address);
        return [read(commitmentsQuery(api, rowsAsked(address))), read(figuresQuery(api, choice))];
      }),
    },
    {
      path: 'totals',
      element: <TotalsPage />,
      ...prefetching(services, (read, { address }) => [read(summaryQuery(api, summaryAsked(address)))]),
    },
    {
      path: 'progress',
      element: <ProgressPage />,
      ...prefetching(services, (read, { address }) => [read(progressQuery(api, summaryAsked(address)))]),
    },
    {
      path: 'national',
      element: <NationalPage />,
      ...prefetching(services, (read) => [read(indicatorsQuery(api))]),
    },
    {
      path: 'definitions',
      element: <DefinitionsPage />,
      ...prefetching(services, (read) => [read(definitionsQuery(api))]),
    },
    {
      path: 'definitions/:id',
      element: <DefinitionPage />,
      ...prefetching(services, (read) => [read(definitionsQuery(api))]),
    },
    { path: 'about', element: <AboutPage />, ...prefetching(services) },
  ];
}
