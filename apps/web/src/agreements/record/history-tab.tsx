import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatInstant } from '@/formats/dates';
import { SelectField } from '@/ui/field';
import { PageLinks } from '@/ui/page-links';
import { Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Name } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { Agreement } from './agreement-record';
import { Differences } from './differences';

/** The versions, what differs between any two of them, and who did what. */
export function HistoryTab({ agreement }: { readonly agreement: Agreement }) {
  const { can } = useSession();
  return (
    <div className="stack-loose">
      {agreement.version ? <Versions agreement={agreement} /> : null}
      {can('history.read') ? <Audit agreement={agreement} /> : null}
    </div>
  );
}

function Versions({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  const language = useLanguage();
  const versions = useApi().useQuery('get', '/api/v1/agreements/{id}/versions', {
    params: { path: { id: agreement.id } },
  });
  return (
    <section className="section" aria-labelledby="versions">
      <h2 id="versions">{t('history.versions')}</h2>
      <Loaded query={versions} lines={4}>
        {({ items }) => (
          <>
            <Table
              caption={t('history.versions')}
              captionHidden
              rows={items}
              rowKey={({ n }) => String(n)}
              columns={[
                { key: 'n', heading: t('words:field.version'), isRowHeading: true, cell: ({ n }) => n },
                { key: 'kind', heading: t('words:field.kind'), cell: ({ kind }) => word('draftKind', kind) },
                { key: 'state', heading: t('history.state'), cell: ({ state }) => word('draftState', state) },
                {
                  key: 'at',
                  heading: t('words:field.recordedOn'),
                  cell: ({ recordedAt }) =>
                    recordedAt ? (
                      formatInstant(recordedAt, language)
                    ) : (
                      <span className="muted">{t('history.notYet')}</span>
                    ),
                },
                {
                  key: 'reason',
                  heading: t('record.reason'),
                  cell: ({ reason, amendment }) =>
                    reason || amendment?.rationale ? (
                      <Name>{reason ?? amendment?.rationale ?? ''}</Name>
                    ) : (
                      <span className="muted">{t('history.noReason')}</span>
                    ),
                },
              ]}
            />
            <Compare agreement={agreement} numbers={items.map(({ n }) => n)} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Compare({
  agreement,
  numbers,
}: {
  readonly agreement: Agreement;
  readonly numbers: readonly number[];
}) {
  const { t } = useTranslation('agreements');
  const [search, setSearch] = useSearchParams();
  const [latest = 1, before] = numbers;
  if (before === undefined) return <p className="muted">{t('history.oneVersion')}</p>;
  const n = Number(search.get('version')) || latest;
  const against = Number(search.get('against')) || before;
  const choose = (name: string, value: string) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const choices = numbers.map((each) => ({ value: String(each), label: t('history.version', { n: each }) }));
  return (
    <div className="stack">
      <h3>{t('history.compare')}</h3>
      <div className="row no-print">
        <SelectField
          label={t('history.against')}
          choices={choices}
          value={against}
          onChange={({ target }) => choose('against', target.value)}
        />
        <SelectField
          label={t('history.with')}
          choices={choices}
          value={n}
          onChange={({ target }) => choose('version', target.value)}
        />
      </div>
      {n === against ? (
        <p className="muted">{t('history.same')}</p>
      ) : (
        <Differences agreement={agreement} n={n} against={against} />
      )}
    </div>
  );
}

function Audit({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const language = useLanguage();
  const cursor = useSearchParams()[0].get('cursor');
  const history = useApi().useQuery('get', '/api/v1/agreements/{id}/history', {
    params: { path: { id: agreement.id }, query: { limit: 100, ...(cursor ? { cursor } : {}) } },
  });
  return (
    <section className="section" aria-labelledby="audit">
      <h2 id="audit">{t('history.audit')}</h2>
      <Loaded query={history} lines={5}>
        {({ items, nextCursor }) => (
          <>
            <Table
              caption={t('history.audit')}
              captionHidden
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                { key: 'at', heading: t('history.when'), cell: ({ at }) => formatInstant(at, language) },
                {
                  key: 'action',
                  heading: t('history.what'),
                  isRowHeading: true,
                  cell: ({ action }) => <ActionName of={action} />,
                },
                {
                  key: 'actor',
                  heading: t('history.who'),
                  cell: ({ actor, actorName, onBehalfOfName }) => (
                    <>
                      {actorName ? <Name>{actorName}</Name> : <Actor of={actor} />}
                      {onBehalfOfName ? (
                        <small className="muted line">
                          {t('history.for')} <Name>{onBehalfOfName}</Name>
                        </small>
                      ) : null}
                    </>
                  ),
                },
                {
                  key: 'reason',
                  heading: t('record.reason'),
                  cell: ({ reason }) =>
                    reason ? <Name>{reason}</Name> : <span className="muted">{t('history.noReason')}</span>,
                },
              ]}
            />
            <PageLinks nextCursor={nextCursor} />
          </>
        )}
      </Loaded>
    </section>
  );
}

/** Entries of the trail in words; a kind that came later stands by its code. */
export function ActionName({ of: action }: { readonly of: string }) {
  const { t, i18n } = useTranslation('agreements');
  const key = `history.action.${action.replaceAll('.', '_')}`;
  return i18n.exists(key, { ns: 'agreements' }) ? <>{t(key as never)}</> : <bdi dir="ltr">{action}</bdi>;
}

function Actor({ of }: { readonly of: string }) {
  const { t } = useTranslation('agreements');
  return (
    <span className="muted">{t(of.startsWith('system:') ? 'history.system' : 'history.formerAccount')}</span>
  );
}
