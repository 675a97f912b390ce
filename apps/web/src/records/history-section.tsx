import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatInstant } from '@/formats/dates';
import { PageLinks } from '@/ui/page-links';
import { Empty, Loaded } from '@/ui/states';
import { Name } from '@/ui/text';
import { Timeline } from '@/ui/timeline';
import type { components } from '../../.generated/schema';
import { useActionInWords } from './action-in-words';
import { Changes } from './changes';
import './records.css';

type Entry = components['schemas']['HistoryEntryResponse'];
type Page = components['schemas']['HistoryPageResponse'];

/** What was done to a record, the latest first: who, when, and what changed. */
export function HistorySection({ query }: { readonly query: UseQueryResult<Page, unknown> }) {
  const { t } = useTranslation('records');
  return (
    <section className="section" id="history">
      <h2>{t('history.title')}</h2>
      <Loaded query={query}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty title={t('history.none')} />
          ) : (
            <>
              <HistoryTimeline entries={items} />
              <PageLinks nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function HistoryTimeline({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation('records');
  const language = useLanguage();
  const inWords = useActionInWords();
  return (
    <Timeline
      entries={entries.map((entry) => ({
        key: entry.id,
        when: formatInstant(entry.at, language),
        what: (
          <>
            <strong>{inWords(entry.action)}</strong> · <Actor entry={entry} />
            {entry.reason ? <p>{t('history.reason', { reason: entry.reason })}</p> : null}
            <Changes payload={entry.payload} />
          </>
        ),
      }))}
    />
  );
}

/** Who did it, and for whom. */
export function Actor({
  entry,
}: {
  readonly entry: Pick<Entry, 'actor' | 'actorName' | 'onBehalfOf' | 'onBehalfOfName'>;
}) {
  const { t } = useTranslation('records');
  const who = entry.actorName ?? (entry.actor.startsWith('system:') ? null : t('history.formerAccount'));
  return (
    <>
      {who ? <Name>{who}</Name> : t('history.system')}
      {entry.onBehalfOf ? (
        <> {t('history.onBehalf', { name: entry.onBehalfOfName ?? t('history.formerAccount') })}</>
      ) : null}
    </>
  );
}
