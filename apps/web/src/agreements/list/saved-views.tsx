import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useApi, useClient, useRefresh } from '@/app/services';
import { useSending } from '@/app/use-sending';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Failure } from '@/ui/states';
import { Name } from '@/ui/text';
import '@/ui/tabs.css';
import type { components } from '../../../.generated/schema';
import { type KeptView, NameView } from './name-view';
import { VIEW, openView, searchOf, viewOf } from './view-address';

type ViewedList = components['schemas']['SavedViewRequest']['list'];

/** Parameters that stand for no filter of the list; without any other the list was asked for nothing. */
const NO_QUESTION = new Set([VIEW, 'cursor']);

/** The own views of a list: links above its table, with what may be done with the one that is open. */
export function SavedViews({
  list,
  known,
  naming,
  onNaming,
}: {
  readonly list: ViewedList;
  /** Parameters that the list takes. */
  readonly known: readonly string[];
  /** Whether a name is asked for what is shown; a key of the page may ask too. */
  readonly naming: boolean;
  readonly onNaming: (naming: boolean) => void;
}) {
  const { t } = useTranslation('agreements');
  const [search, setSearch] = useSearchParams();
  const query = useApi().useQuery('get', '/api/v1/me/views', { params: { query: { list } } });
  const views = query.data?.items ?? [];
  const open = openView(views, search, known);
  const [renaming, setRenaming] = useState(false);
  const [removed, setRemoved] = useState<KeptView | null>(null);
  useFirstView(views);
  const show = (view: KeptView | null) =>
    setSearch(view ? searchOf(view.id, view) : new URLSearchParams(), { preventScrollReset: true });
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <section className="views no-print" aria-label={t('views.label')}>
      {views.length > 0 ? (
        <nav className="tabs" aria-label={t('views.label')}>
          <Link to={`?${VIEW}=none`} aria-current={isUnasked(search) ? 'page' : undefined} preventScrollReset>
            {t('views.whole')}
          </Link>
          {views.map((view) => {
            const isOpen = open?.view.id === view.id;
            return (
              <Link
                key={view.id}
                to={`?${searchOf(view.id, view)}`}
                aria-current={isOpen ? 'page' : undefined}
                preventScrollReset
              >
                <Name>{view.name}</Name>
                {isOpen && open.isChanged ? <span className="muted">{t('views.changed')}</span> : null}
              </Link>
            );
          })}
        </nav>
      ) : null}
      {removed ? <Removed view={removed} onBack={show} onDone={() => setRemoved(null)} /> : null}
      <div className="row">
        {open ? (
          <OpenView
            {...open}
            shown={viewOf(search, known)}
            onRename={() => setRenaming(true)}
            onRemoved={() => {
              setRemoved(open.view);
              show(null);
            }}
          />
        ) : null}
        {open && !open.isChanged ? null : (
          <Button weight="quiet" onClick={() => onNaming(true)}>
            {t(open ? 'views.saveAnother' : 'views.save')}
          </Button>
        )}
      </div>
      {naming ? (
        <NameView
          list={list}
          content={viewOf(search, known)}
          onClose={() => onNaming(false)}
          onKept={(view) => {
            setRemoved(null);
            show(view);
          }}
        />
      ) : null}
      {renaming && open ? <NameView list={list} view={open.view} onClose={() => setRenaming(false)} /> : null}
    </section>
  );
}

/** What may be done with the view that is open. */
function OpenView({
  view,
  isChanged,
  shown,
  onRename,
  onRemoved,
}: {
  readonly view: KeptView;
  readonly isChanged: boolean;
  readonly shown: ReturnType<typeof viewOf>;
  readonly onRename: () => void;
  readonly onRemoved: () => void;
}) {
  const { t } = useTranslation('agreements');
  const client = useClient();
  const refresh = useRefresh();
  const { error, busy, send } = useSending();
  const path = { params: { path: { id: view.id } } };
  const update = () =>
    void send(
      () =>
        client.PUT('/api/v1/me/views/{id}', {
          ...path,
          body: { name: view.name, isDefault: view.isDefault, ...shown, columns: [...shown.columns] },
        }),
      () => void refresh(),
    );
  const remove = () =>
    void send(
      () => client.DELETE('/api/v1/me/views/{id}', path),
      () => void refresh().then(onRemoved),
    );
  return (
    <>
      <ErrorSummary error={error} />
      {isChanged ? (
        <>
          <Button weight="quiet" busy={busy} onClick={update}>
            {t('views.update')}
          </Button>
          <Link to={`?${searchOf(view.id, view)}`} preventScrollReset>
            {t('views.back')}
          </Link>
        </>
      ) : null}
      <Button weight="quiet" onClick={onRename}>
        {t('views.rename')}
      </Button>
      <Button weight="quiet" busy={busy} onClick={remove}>
        {t('views.remove')}
      </Button>
    </>
  );
}

/** A view that was just removed can be had back: it takes the focus, which its button had. */
function Removed({
  view: { list, name, query, columns, isDefault },
  onBack,
  onDone,
}: {
  readonly view: KeptView;
  readonly onBack: (view: KeptView) => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['agreements', 'ui']);
  const client = useClient();
  const refresh = useRefresh();
  const { error, busy, send } = useSending();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const restore = () =>
    void send(
      () => client.POST('/api/v1/me/views', { body: { list, name, query, columns, isDefault } }),
      ({ data }) => {
        if (data) void refresh().then(() => onBack(data));
        onDone();
      },
    );
  return (
    <div className="stack" role="status" tabIndex={-1} ref={box}>
      <ErrorSummary error={error} />
      <p className="row">
        <span>
          {t('views.removed')} <Name>{name}</Name>
        </span>
        <Button busy={busy} onClick={restore}>
          {t('views.restore')}
        </Button>
        <Button weight="quiet" onClick={onDone}>
          {t('ui:close')}
        </Button>
      </p>
    </div>
  );
}

/** Shows the view that its account wants first, when the list was asked for nothing on arrival. */
function useFirstView(views: readonly KeptView[]): void {
  const [search, setSearch] = useSearchParams();
  const [wasUnasked] = useState(() => search.size === 0);
  const isOver = useRef(false);
  const first = views.find(({ isDefault }) => isDefault);
  useEffect(() => {
    if (isOver.current || views.length === 0) return;
    isOver.current = true;
    if (wasUnasked && search.size === 0 && first) {
      setSearch(searchOf(first.id, first), { replace: true, preventScrollReset: true });
    }
  }, [views, first, wasUnasked, search, setSearch]);
}

const isUnasked = (search: URLSearchParams): boolean =>
  [...search.keys()].every((name) => NO_QUESTION.has(name));
