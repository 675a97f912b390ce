import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { loadStaffSentences } from '@/i18n/load-sentences';
import { prefetching } from '@/register/prefetch';
import { registerRoutes } from '@/register/routes';
import { NotFound } from './not-found';
import { PageFailure } from './page-failure';
import { PublicLayout } from './public-layout';
import { Root } from './root';
import type { Services } from './services';

/**
 * Every address of the application, below the language: `/fr/agreements/MIT-2025-0007`. What the public reads is in
 * the first script and is rendered by the server; the rest is loaded when somebody goes there, and only a browser
 * renders it, for what it shows is of one caller.
 */
export function routesOf(services: Services): RouteObject[] {
  const later = laterFor(services);
  return [
    {
      element: <Root />,
      children: [
        {
          element: <PublicLayout />,
          children: [
            {
              errorElement: <PageFailure />,
              children: [
                ...registerRoutes(services),
                { path: '*', element: <NotFound />, ...prefetching(services) },
              ],
            },
          ],
        },
        {
          errorElement: <PageFailure />,
          children: [
            later('staff/*', async () => (await import('@/staff/staff-pages')).StaffPages),
            later('portal/*', async () => (await import('@/portal/portal-pages')).PortalPages),
            later('account/*', async () => (await import('@/account/account-pages')).AccountPages),
            later('sign-in', async () => (await import('@/account/sign-in-page')).SignInPage),
            later('invitation', async () => (await import('@/account/invitation-page')).InvitationPage),
            later(
              'password-reset',
              async () => (await import('@/account/password-reset-page')).PasswordResetPage,
            ),
            later('design/*', async () => (await import('@/ui/showcase/index')).Showcase),
          ],
        },
      ],
    },
  ];
}

/** First segments of the addresses that only a browser renders. */
export const CLIENT_ONLY: ReadonlySet<string> = new Set([
  'staff',
  'portal',
  'account',
  'sign-in',
  'invitation',
  'password-reset',
  'design',
]);

function laterFor(services: Services) {
  const { sentences, language } = services;
  return (path: string, load: () => Promise<ComponentType>): RouteObject => ({
    path,
    lazy: async () => {
      const [Component, areas] = await Promise.all([load(), loadStaffSentences(language)]);
      for (const [area, said] of Object.entries(areas)) sentences.addResourceBundle(language, area, said);
      return { Component };
    },
  });
}
