import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay, formatInstant, readStated } from '@/formats/dates';
import { useStated } from '@/ui/stated-date';
import { Notice } from '@/ui/notice';
import { Empty, Skeleton } from '@/ui/states';
import { Name } from '@/ui/text';
import { Timeline } from '@/ui/timeline';
import { useWord } from '@/words/use-word';
import type { Agreement } from './agreement-record';
import { ActionName } from './history-tab';
import { PartName } from './sources-tab';

/** How many of each kind are read. */
const MOST = 100;

/** What only the history tells; versions, steps, moves and files speak for themselves. */
const TOLD_BY_HISTORY: ReadonlySet<string> = new Set([
  ...['agreement.published', 'agreement.unpublished', 'agreement.linked', 'agreement.unlinked'],
  ...['agreement.condition_recorded', 'agreement.condition_decided', 'agreement.annotated'],
  ...['agreement.file_withdrawn', 'agreement.reopening_agreed'],
]);

interface Entry {
  readonly key: string;
  /** The day that it counts from, for the order. */
  readonly day: string;
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
 * Everything that happened to the agreement by date: signature, versions, legal steps, moves, files, and what else its
 * history tells, such as its publication.
 */
export function TimelineTab({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const language = useLanguage();
  const { can } = useSession();
  const api = useApi();
  const path = { id: agreement.id };
  const page = { params: { path, query: { limit: MOST } } };
  const versions = api.useQuery('get', '/api/v1/agreements/{id}/versions', { params: { path } });
  const steps = api.useQuery('get', '/api/v1/agreements/{id}/steps', page, {
    enabled: can('legal_step.read'),
  });
  const files = api.useQuery('get', '/api/v1/agreements/{id}/files', page, {
    enabled: can('agreement_file.read'),
  });
  const history = api.useQuery('get', '/api/v1/agreements/{id}/history', page, {
    enabled: can('history.read'),
  });
  const word = useWord();
  const inWords = useDeadlineInWords();
  const read = [versions, steps, files, history];
  if (read.some(({ isLoading }) => isLoading)) return <Skeleton lines={8} />;
  const lastDay = agreement.asOf?.day ?? null;
  const entries: Entry[] = [
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
    ...(history.data?.items ?? [])
      .filter(({ action }) => TOLD_BY_HISTORY.has(action))
      .map(({ id, action, at, reason }) => ({
        key: `entry ${id}`,
        day: at.slice(0, 10),
        at,
        what: <Said what={<ActionName of={action} />} reason={reason} />,
      })),
  ]
    .filter(({ day }) => lastDay === null || day <= lastDay)
    .sort((a, b) => b.day.localeCompare(a.day));
  if (entries.length === 0) return <Empty title={t('timeline.none')} />;
  return (
    <section className="section" aria-labelledby="timeline">
      <h2 id="timeline">{t('tab.timeline')}</h2>
      {read.some(({ isError }) => isError) ? <Notice tone="attention">{t('timeline.unread')}</Notice> : null}
      {[steps, files, history].some(({ data }) => data?.nextCursor) ? (
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
    </section>
  );
}

function Said({ what, reason }: { readonly what: ReactNode; readonly reason: string | null }) {
  return (
    <>
      {what}
      {reason ? (
        <small className="muted line">
          <Name>{reason}</Name>
        </small>
      ) : null}
    </>
  );
}
