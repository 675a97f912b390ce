import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useClient, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay, formatInstant, readStated } from '@/formats/dates';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { useStated } from '@/ui/stated-date';
import { Empty, Skeleton } from '@/ui/states';
import { Name } from '@/ui/text';
import { Timeline } from '@/ui/timeline';
import { useWord } from '@/words/use-word';
import type { Agreement } from './agreement-record';
import { ActionName } from './history-tab';
import { EventHappened, Said } from './promise-events';
import { PartName } from './sources-tab';

/** How many of each kind are read at once. */
const MOST = 100;

/** A list that is read further back page by page, under a name of its own: what other tabs read of it is one page. */
function useLatestFirst<Entry>(
  key: readonly string[],
  enabled: boolean,
  read: (cursor: string | null, signal: AbortSignal) => Promise<{ data?: Page<Entry>; error?: unknown }>,
) {
  return useInfiniteQuery({
    queryKey: ['time line', ...key],
    queryFn: async ({ pageParam, signal }) => {
      const { data, error } = await read(pageParam, signal);
      if (!data) throw error;
      return data;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled,
  });
}

interface Page<Entry> {
  readonly items: readonly Entry[];
  readonly nextCursor: string | null;
}

/** What only the history tells; versions, steps, moves and files speak for themselves. */
const TOLD_BY_HISTORY: ReadonlySet<string> = new Set([
  ...['agreement.published', 'agreement.unpublished', 'agreement.linked', 'agreement.unlinked'],
  ...['agreement.condition_recorded', 'agreement.condition_decided', 'agreement.annotated'],
  ...['agreement.file_withdrawn', 'agreement.reopening_agreed', 'change_request.carried'],
  ...['reporting.opened', 'reporting.changed', 'reporting.closed', 'report.extended'],
  ...['report.evidence_attached', 'report.evidence_withdrawn', 'report.evidence_erased'],
  ...[
    'contradiction.decided',
    'contradiction.reopened',
    'duplicate.decided',
    'promise.linked',
    'promise.unlinked',
  ],
  // The steps of a draft; that it was approved is its version. What is saved on the way would drown the rest.
  ...['version.opened', 'version.submitted', 'version.returned', 'version.verified', 'version.withdrawn'],
  'version.override_granted',
]);

interface Entry {
  readonly key: string;
  /** The day that it counts from, for the order. */
  readonly day: string;
  /** When the register learned of it, where that may be later. */
  readonly recordedOn?: string;
  /** The instant at which it was recorded, where no legal day was. */
  readonly at?: string;
  readonly what: ReactNode;
}

/** A deadline as stated, in the reader's language. */
function useDeadlineInWords(): (stated: string | null) => string {
  const word = useWord();
  const written = useStated();
  return (stated) => (stated === null ? word('absence', 'not_stated') : written(readStated(stated)));
}

/**
 * Everything that happened to the agreement by date: signature, versions, legal steps, moves, files, what was decided,
 * asked, reported, notified and replied about its commitments, and what else its history tells, such as its publication.
 */
export function TimelineTab({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const language = useLanguage();
  const { can } = useSession();
  const api = useApi();
  const client = useClient();
  const path = { id: agreement.id };
  const page = { params: { path, query: { limit: MOST } } };
  const versions = api.useQuery('get', '/api/v1/agreements/{id}/versions', { params: { path } });
  const steps = api.useQuery('get', '/api/v1/agreements/{id}/steps', page, {
    enabled: can('legal_step.read'),
  });
  const files = api.useQuery('get', '/api/v1/agreements/{id}/files', page, {
    enabled: can('agreement_file.read'),
  });
  const from = (cursor: string | null) => ({
    params: { path, query: { limit: MOST, ...(cursor === null ? {} : { cursor }) } },
  });
  const history = useLatestFirst(['history', agreement.id], can('history.read'), (cursor, signal) =>
    client.GET('/api/v1/agreements/{id}/history', { ...from(cursor), signal }),
  );
  const events = useLatestFirst(['events', agreement.id], true, (cursor, signal) =>
    client.GET('/api/v1/agreements/{id}/events', { ...from(cursor), signal }),
  );
  const word = useWord();
  const inWords = useDeadlineInWords();
  const read = [versions, steps, files, history, events];
  const told = history.data?.pages.flatMap(({ items }) => items) ?? [];
  const happened = events.data?.pages.flatMap(({ items }) => items) ?? [];
  if (read.some(({ isLoading }) => isLoading)) return <Skeleton lines={8} />;
  const lastDay = agreement.asOf?.day ?? null;
  const readSince = [
    history.hasNextPage ? (told.at(-1)?.at.slice(0, 10) ?? '') : '',
    events.hasNextPage ? (happened.at(-1)?.on ?? '') : '',
  ].reduce((latest, day) => (day > latest ? day : latest));
  const earlier = [history, events].filter(({ hasNextPage }) => hasNextPage);
  const all: Entry[] = [
    ...(agreement.signing.date
      ? [{ key: 'signed', day: agreement.signing.date.lastDay, what: t('timeline.signed') }]
      : []),
    ...(versions.data?.items ?? []).flatMap(({ n, kind, recordedOn, reason }) =>
      recordedOn
        ? [
            {
              key: `version ${n}`,
              day: recordedOn,
              what: (
                <Said what={t('timeline.version', { n, kind: word('draftKind', kind) })} reason={reason} />
              ),
            },
          ]
        : [],
    ),
    ...(steps.data?.items ?? []).map(({ number, action, to, lastDay: day, reason }) => ({
      key: `step ${number}`,
      day,
      what: <Said what={`${word('legalAction', action)}: ${word('legalState', to)}`} reason={reason} />,
    })),
    ...agreement.deadlineMoves.map((move) => ({
      key: `move ${move.subjectId} ${move.number}`,
      day: move.effectiveOn,
      what: (
        <>
          {t('timeline.moved', {
            from: inWords(move.oldStated),
            to: inWords(move.newStated),
            act: word('moveAct', move.act),
          })}
          <small className="muted line">
            <PartName agreement={agreement} subject={move.subjectType} subjectId={move.subjectId} />
          </small>
        </>
      ),
    })),
    ...(files.data?.items ?? []).map((file) => ({
      key: `file ${file.id}`,
      day: file.recordedOn,
      what: (
        <>
          {t('timeline.file', { role: word('fileRole', file.role) })}{' '}
          <Name>{file.title ?? file.fileName}</Name>
        </>
      ),
    })),
    ...happened.map((event) => ({
      key: `${event.kind} ${event.recordId} ${event.ordinal}`,
      day: event.on,
      recordedOn: event.recordedOn,
      what: <EventHappened event={event} />,
    })),
    ...told
      .filter(({ action }) => TOLD_BY_HISTORY.has(action))
      .map(({ id, action, at, reason }) => ({
        key: `entry ${id}`,
        day: at.slice(0, 10),
        at,
        what: <Said what={<ActionName of={action} />} reason={reason} />,
      })),
  ];
  const entries = all
    .filter(({ day, recordedOn = day }) => lastDay === null || recordedOn <= lastDay)
    // What a list has not been read so far back for would stand there with a gap.
    .filter(({ day }) => day >= readSince)
    .sort((a, b) => b.day.localeCompare(a.day));
  if (entries.length === 0) return <Empty title={t('timeline.none')} />;
  return (
    <section className="section" aria-labelledby="timeline">
      <h2 id="timeline">{t('tab.timeline')}</h2>
      {read.some(({ isError }) => isError) ? <Notice tone="attention">{t('timeline.unread')}</Notice> : null}
      {[steps, files].some(({ data }) => data?.nextCursor) ? (
        <p className="muted">{t('timeline.latest', { most: MOST })}</p>
      ) : null}
      <Timeline
        entries={entries.map(({ key, day, at, what }) => ({
          key,
          what,
          when: (
            <time dateTime={at ?? day}>{at ? formatInstant(at, language) : formatDay(day, language)}</time>
          ),
        }))}
      />
      {earlier.length > 0 ? (
        <Button
          busy={earlier.some(({ isFetchingNextPage }) => isFetchingNextPage)}
          onClick={() => void Promise.all(earlier.map((list) => list.fetchNextPage()))}
        >
          {t('timeline.earlier')}
        </Button>
      ) : null}
    </section>
  );
}
