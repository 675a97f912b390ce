import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../.generated/schema';
import { fieldErrorsOf } from '@/api/problem';
import { LANGUAGES, LANGUAGE_NAMES } from '@/app/languages';
import { useApi } from '@/app/services';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { DeadlineField } from '@/ui/deadline-field';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { type FieldTexts, SelectField, TextField } from '@/ui/field';
import { scriptOf } from './script-of';
import { useIdempotencyKey } from './use-idempotency-key';
import { useSearch } from './use-search';

type Source = components['schemas']['SourceResponse'];

interface SourcePickerProps extends FieldTexts {
  readonly id: string | null;
  readonly onChoose: (id: string | null) => void;
  readonly disabled?: boolean;
}

/** One source, found by its title, publisher or address. */
export function SourcePicker({ id, onChoose, disabled, ...texts }: SourcePickerProps) {
  const { t } = useTranslation('logging');
  const { settled, type, text } = useSearch();
  const [recording, setRecording] = useState<string | null>(null);
  const $api = useApi();
  const found = $api.useQuery(
    'get',
    '/api/v1/sources',
    { params: { query: { limit: 8, ...(settled ? { q: settled } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  const chosen = useSource(id);
  const items = found.data?.items ?? [];
  return (
    <>
      <Combobox
        {...texts}
        disabled={disabled}
        options={items.map((one) => ({
          key: one.id,
          text: one.title ?? one.url,
          detail: [one.publisher, one.publishedOn, hostOf(one.url)].filter(Boolean).join(' · '),
        }))}
        onType={type}
        searching={found.isFetching || text.trim() !== settled}
        chosen={id === null ? null : chosen.data ? (chosen.data.title ?? chosen.data.url) : ''}
        onChoose={onChoose}
        onRecord={setRecording}
        placeholder={t('picker.typeSource')}
      />
      <Dialog open={recording !== null} title={t('recordSource.title')} onClose={() => setRecording(null)}>
        {recording === null ? null : (
          <RecordSource
            typed={recording}
            onClose={() => setRecording(null)}
            onRecorded={(source) => {
              setRecording(null);
              onChoose(source.id);
            }}
          />
        )}
      </Dialog>
    </>
  );
}

/** What is known of a source. */
export function useSource(id: string | null) {
  return useApi().useQuery(
    'get',
    '/api/v1/sources/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== null, staleTime: 60_000 },
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}

function RecordSource({
  typed,
  onClose,
  onRecorded,
}: {
  readonly typed: string;
  readonly onClose: () => void;
  readonly onRecorded: (source: Source) => void;
}) {
  const { t } = useTranslation(['logging', 'ui']);
  const isAddress = /^https?:/i.test(typed);
  const [url, setUrl] = useState(isAddress ? typed : '');
  const [title, setTitle] = useState(isAddress ? '' : typed);
  const [publisher, setPublisher] = useState('');
  const [language, setLanguage] = useState<string | null>(typed && !isAddress ? scriptOf(typed) : null);
  const [published, setPublished] = useState<{ stated: string | null; unread: string | undefined }>({
    stated: null,
    unread: undefined,
  });
  const idempotencyKey = useIdempotencyKey();
  const record = useApi().useMutation('post', '/api/v1/sources');
  const errors = fieldErrorsOf(record.error);
  const body = {
    url: url.trim(),
    title: title.trim() || null,
    publisher: publisher.trim() || null,
    language,
    publishedOn: published.stated,
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        record.mutate(
          { params: { header: { 'Idempotency-Key': idempotencyKey(body) } }, body },
          { onSuccess: onRecorded },
        );
      }}
    >
      <ErrorSummary error={record.error} />
      <TextField
        label={t('recordSource.url')}
        field="url"
        type="url"
        dir="ltr"
        error={errors.get('url') ?? null}
        value={url}
        onChange={({ currentTarget }) => setUrl(currentTarget.value)}
      />
      <TextField
        label={t('recordSource.name')}
        field="title"
        dir="auto"
        optional
        error={errors.get('title') ?? null}
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <TextField
        label={t('recordSource.publisher')}
        field="publisher"
        dir="auto"
        optional
        error={errors.get('publisher') ?? null}
        value={publisher}
        onChange={({ currentTarget }) => setPublisher(currentTarget.value)}
      />
      <SelectField
        label={t('recordSource.language')}
        optional
        none={t('ui:choose')}
        choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language ?? ''}
        onChange={({ currentTarget }) => setLanguage(currentTarget.value || null)}
      />
      <DeadlineField
        label={t('recordSource.publishedOn')}
        field="publishedOn"
        optional
        error={errors.get('publishedOn') ?? null}
        stated={published.stated}
        unread={published.unread}
        onRead={(stated, unread) => setPublished({ stated, unread })}
      />
      <div className="actions">
        <Button type="submit" weight="main" busy={record.isPending}>
          {t('recordSource.save')}
        </Button>
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
      </div>
    </form>
  );
}
