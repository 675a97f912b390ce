import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { Api } from '@/api/client';
import { useServices } from '@/app/services';
import type { components } from '../../.generated/schema';
import { type AgreementsQuestion, type RowsQuestion, type SummaryQuestion, commonPartOf } from './question';
import { type FoundFigures, findFigures, headlinesOf, shownOf } from './figures';

type Schemas = components['schemas'];
export type ListedAgreement = Schemas['PublicListedAgreementResponse'];
export type AgreementRecord = Schemas['PublicAgreementResponse'];
export type RecordPromise = Schemas['PublicPromiseOfAgreementResponse'];
export type RowBehind = Schemas['PublicCommitmentResponse'];
export type Citation = Schemas['PublicCitationResponse'];
export type Facets = Schemas['PublicFacetsResponse'];
export type Definition = Schemas['PublicDefinitionResponse'];
export type About = Schemas['PublicRegisterResponse'];

/** The list in the document itself holds as many as one page of it may. */
export const ROWS = 100;

/** A refusal that the server met is shown as it is: the browser asks again when the reader does. */
const AS_READ = { retryOnMount: false } as const;

/** The register itself: the day, where errors are reported, the names that pages show. */
export function aboutQuery({ $api }: Api) {
  return { ...$api.queryOptions('get', '/api/v1/public/about'), ...AS_READ, staleTime: 300_000 };
}

/** A page of published agreements, with how many each further choice would leave. */
export function agreementsQuery({ $api }: Api, question: AgreementsQuestion) {
  const query = { ...question, limit: ROWS, facets: true };
  return {
    ...$api.queryOptions('get', '/api/v1/public/agreements', { params: { query } }),
    ...AS_READ,
    placeholderData: keepPreviousData,
  };
}

/** One published agreement. */
export function agreementQuery({ $api }: Api, reference: string) {
  return {
    ...$api.queryOptions('get', '/api/v1/public/agreements/{reference}', { params: { path: { reference } } }),
    ...AS_READ,
  };
}

/** The rows behind a number. */
export function commitmentsQuery({ $api }: Api, question: RowsQuestion) {
  const query = { ...question, limit: ROWS };
  return {
    ...$api.queryOptions('get', '/api/v1/public/commitments', { params: { query } }),
    ...AS_READ,
    placeholderData: keepPreviousData,
  };
}

/** All words that are explained. */
export function definitionsQuery({ $api }: Api) {
  return { ...$api.queryOptions('get', '/api/v1/public/definitions'), ...AS_READ, staleTime: 300_000 };
}

/** How far promises have come. */
export function progressQuery({ $api }: Api, query: SummaryQuestion) {
  return {
    ...$api.queryOptions('get', '/api/v1/public/progress', { params: { query } }),
    ...AS_READ,
    placeholderData: keepPreviousData,
  };
}

/** The national figures. */
export function indicatorsQuery({ $api }: Api) {
  return { ...$api.queryOptions('get', '/api/v1/public/indicators'), ...AS_READ };
}

/** Everything that is added up. */
export function summaryQuery(api: Api, question: SummaryQuestion) {
  return queryOptions({
    queryKey: ['summary', question],
    queryFn: async ({ signal }) => shownOf(await readSummary(api, question, signal)),
    ...AS_READ,
    placeholderData: keepPreviousData,
  });
}

/** What the first page shows of it: it is a small part, and the page is sent to slow telephones. */
export function headlinesQuery(api: Api) {
  return queryOptions({
    queryKey: ['headlines'],
    queryFn: async ({ signal }) => headlinesOf(await readSummary(api, {}, signal)),
    ...AS_READ,
  });
}

/** The numbers that exactly these rows make up, where the totals show some. */
export function figuresQuery(api: Api, question: RowsQuestion) {
  return queryOptions({
    queryKey: ['figures', question],
    queryFn: async ({ signal }): Promise<FoundFigures> =>
      findFigures(await readSummary(api, commonPartOf(question), signal), question),
    ...AS_READ,
    placeholderData: keepPreviousData,
  });
}

async function readSummary({ client }: Api, question: SummaryQuestion, signal: AbortSignal) {
  const { data, error } = await client.GET('/api/v1/public/summary', { params: { query: question }, signal });
  if (error) throw error as unknown;
  return data;
}

/** What the public pages share: the day, where to report errors, the names that filters show. */
export function useAbout(): About | undefined {
  return useQuery(aboutQuery(useServices().api)).data;
}
