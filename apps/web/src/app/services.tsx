import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { type ReactNode, createContext, useContext, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Api } from '@/api/client';
import type { Language } from './languages';

/** What a page is made with: by the browser for itself, by the server for one request. */
export interface Services {
  readonly language: Language;
  /** Where the register is found, as its permanent addresses begin: without a slash at the end. */
  readonly publicUrl: string;
  readonly api: Api;
  readonly queries: QueryClient;
  readonly sentences: I18n;
  /** Where the server collects what goes into the head of the document; a browser sets it on the document. */
  readonly head: Head;
}

/** What a page says of itself to whoever does not see it yet. */
export interface Head {
  title: string;
  /** 404 when the page found nothing under its address. */
  status?: number;
  description?: string;
}

const ServicesContext = createContext<Services | null>(null);

export function ServicesProvider({ services, children }: { services: Services; children: ReactNode }) {
  return (
    <ServicesContext value={services}>
      <QueryClientProvider client={services.queries}>
        <I18nextProvider i18n={services.sentences}>{children}</I18nextProvider>
      </QueryClientProvider>
    </ServicesContext>
  );
}

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('a page is rendered without its services');
  return services;
}

/** The permanent address of a page below the language, `/agreements/MIT-2025-0007`. */
export function usePermanentAddress(): (path: string) => string {
  const { publicUrl, language } = useServices();
  return (path) => `${publicUrl}/${language}${path === '/' ? '' : path}`;
}

/** The language of the page. */
export function useLanguage(): Language {
  return useServices().language;
}

/** Queries and mutations of the API by method and path: `$api.useQuery('get', '/api/v1/…', …)`. */
export function useApi(): Api['$api'] {
  return useServices().api.$api;
}

/** Plain calls of the API, for what happens at a click and is no mutation of one component. */
export function useClient(): Api['client'] {
  return useServices().api.client;
}

/** Makes every list and record that is shown read itself again, after something was written. */
export function useRefresh(): () => Promise<void> {
  const { queries } = useServices();
  return useMemo(() => () => queries.invalidateQueries(), [queries]);
}
