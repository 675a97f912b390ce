import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { fieldErrorsOf } from '@/api/problem';
import { LANGUAGES, LANGUAGE_NAMES, directionOf } from '@/app/languages';
import { Page } from '@/app/page';
import { useApi, useLanguage, useRefresh } from '@/app/services';
import { useSession } from '@/app/session';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { SelectField, TextField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Text } from '@/ui/text';
import type { DraftDocument } from './draft/document';
import { legalStateFor } from './draft/defaults';
import { useIdempotencyKey } from './pickers/use-idempotency-key';
import { useSearch } from './pickers/use-search';
import { useChoices } from './sections/choices';

type Titles = Record<'ar' | 'fr' | 'en', string>;

/** The first lines of an agreement; from then on it is a draft that is saved as one goes. */
export function NewAgreementPage() {
  const { t } = useTranslation(['logging', 'words']);
  const language = useLanguage();
  const choices = useChoices();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { can } = useSession();
  const [type, setType] = useState('memorandum_of_understanding');
  const [title, setTitle] = useKeptTitle();
  const idempotencyKey = useIdempotencyKey();
  const log = useApi().useMutation('post', '/api/v1/agreements');
  const errors = fieldErrorsOf(log.error);
  const instrumentType = type as DraftDocument['instrumentType'];
  const languages = [language, ...LANGUAGES.filter((other) => other !== language)];
  const begin = () => {
    const body = {
      instrumentType,
      title: Object.values(title).some((one) => one.trim()) ? title : null,
      legalState: legalStateFor(instrumentType),
    };
    log.mutate(
      { params: { header: { 'Idempotency-Key': idempotencyKey(body) } }, body },
      {
        onSuccess: ({ id }) => {
          setTitle({ ar: '', fr: '', en: '' });
          void refresh();
          void navigate(`/staff/agreements/${id}/draft/instrument`);
        },
      },
    );
  };
  return (
    <Page
      title={t('new.title')}
      lead={t('new.lead')}
      above={<Link to="/staff/agreements">{t('words:citationSubject.agreement')}</Link>}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <ErrorSummary error={log.error} />
        <SelectField
          label={t('words:field.instrumentType')}
          field="instrumentType"
          choices={choices('instrumentType')}
          value={type}
          onChange={({ currentTarget }) => setType(currentTarget.value)}
        />
        <fieldset className="field texts">
          <legend>{t('words:field.title')}</legend>
          <div className="field-hint">{t('title.hint')}</div>
          {languages.map((each, at) => (
            <TextField
              key={each}
              label={
                <>
                  <span className="visually-hidden">{t('words:field.title')} – </span>
                  <span lang={each}>{LANGUAGE_NAMES[each]}</span>
                </>
              }
              field={`title.${each}`}
              error={errors.get(`title.${each}`) ?? (at === 0 ? (errors.get('title') ?? null) : null)}
              optional={at > 0}
              lang={each}
              dir={directionOf(each)}
              value={title[each]}
              onChange={({ currentTarget }) => setTitle({ ...title, [each]: currentTarget.value })}
            />
          ))}
        </fieldset>
        <LikelyAgreements title={title} />
        <div>
          <Button
            type="submit"
            weight="main"
            busy={log.isPending}
            hindrance={can('agreement.log') ? null : t('new.notAllowed')}
          >
            {t('new.begin')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

/** Agreements whose titles are like this one: the same paper may have been logged already. */
function LikelyAgreements({ title }: { readonly title: Titles }) {
  const { t } = useTranslation('logging');
  const { settled, type, text } = useSearch();
  const longest = Object.values(title).reduce((a, b) => (b.length > a.length ? b : a), '');
  if (text !== longest) type(longest);
  const asks = settled.length >= 6;
  const found = useApi().useQuery(
    'get',
    '/api/v1/agreements',
    { params: { query: { q: settled.slice(0, 200), limit: 3 } } },
    { enabled: asks },
  );
  const items = asks ? (found.data?.items ?? []) : [];
  return (
    <div role="status">
      {items.length > 0 ? (
        <Notice tone="attention" title={t('new.likely', { count: items.length })}>
          <ul>
            {items.map(({ id, reference, title: one }) => (
              <li key={id}>
                <Link to={`/staff/agreements/${id}`}>
                  <bdi>{reference}</bdi>
                </Link>{' '}
                <Text of={one} />
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}

const KEPT = 'mithaq.new-agreement';

/** A title that was typed stays in this window until the draft exists. */
function useKeptTitle(): readonly [Titles, (title: Titles) => void] {
  const [title, setTitle] = useState<Titles>(() => {
    const empty = { ar: '', fr: '', en: '' };
    try {
      return { ...empty, ...(JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as Partial<Titles>) };
    } catch {
      return empty;
    }
  });
  return [
    title,
    (changed) => {
      setTitle(changed);
      try {
        sessionStorage.setItem(KEPT, JSON.stringify(changed));
      } catch {
        // Nothing is kept in a browser that keeps nothing; the page holds it.
      }
    },
  ];
}
