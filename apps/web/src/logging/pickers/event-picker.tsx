import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../.generated/schema';
import { fieldErrorsOf } from '@/api/problem';
import { LANGUAGES, directionOf } from '@/app/languages';
import { useApi } from '@/app/services';
import { matchesWords } from '@/formats/fold';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { DeadlineField } from '@/ui/deadline-field';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { type FieldTexts, TextField } from '@/ui/field';
import { useStated } from '@/ui/stated-date';
import { useText } from '@/ui/text';
import { scriptOf } from './script-of';
import { useIdempotencyKey } from './use-idempotency-key';
import { useSearch } from './use-search';

export type SigningEvent = components['schemas']['EventResponse'];

interface EventPickerProps extends FieldTexts {
  readonly id: string | null;
  readonly onChoose: (event: SigningEvent | null) => void;
  readonly disabled?: boolean;
}

/** One signing event by its name. There are few: they are read once and found here. */
export function EventPicker({ id, onChoose, disabled, ...texts }: EventPickerProps) {
  const { t } = useTranslation('logging');
  const say = useText();
  const sayDate = useStated();
  const { text, type } = useSearch();
  const [recording, setRecording] = useState<string | null>(null);
  const events = useApi().useQuery('get', '/api/v1/events', { params: { query: { limit: 100 } } });
  const chosen = useEvent(id);
  const items = (events.data?.items ?? []).filter(({ names }) =>
    Object.values(names).some((name) => typeof name === 'string' && matchesWords(name, text)),
  );
  return (
    <>
      <Combobox
        {...texts}
        disabled={disabled}
        options={items.slice(0, 8).map((one) => ({
          key: one.id,
          text: say(one.names),
          detail: [sayDate(one.dates), one.place].filter(Boolean).join(' · '),
        }))}
        onType={type}
        searching={events.isLoading}
        chosen={id === null ? null : chosen.data ? say(chosen.data.names) : ''}
        onChoose={(key) => onChoose(items.find((one) => one.id === key) ?? null)}
        onRecord={setRecording}
        placeholder={t('picker.typeName')}
      />
      <Dialog open={recording !== null} title={t('recordEvent.title')} onClose={() => setRecording(null)}>
        {recording === null ? null : (
          <RecordEvent
            typed={recording}
            onClose={() => setRecording(null)}
            onRecorded={(event) => {
              setRecording(null);
              onChoose(event);
            }}
          />
        )}
      </Dialog>
    </>
  );
}

/** What is known of a signing event. */
export function useEvent(id: string | null) {
  return useApi().useQuery(
    'get',
    '/api/v1/events/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== null, staleTime: 60_000 },
  );
}

function RecordEvent({
  typed,
  onClose,
  onRecorded,
}: {
  readonly typed: string;
  readonly onClose: () => void;
  readonly onRecorded: (event: SigningEvent) => void;
}) {
  const { t } = useTranslation(['logging', 'ui']);
  const script = scriptOf(typed);
  const [names, setNames] = useState<Record<'ar' | 'fr' | 'en', string>>({
    ...{ ar: '', fr: '', en: '' },
    ...(typed ? { [script]: typed } : {}),
  });
  const [date, setDate] = useState<{ stated: string | null; unread: string | undefined }>({
    stated: null,
    unread: undefined,
  });
  const [place, setPlace] = useState('');
  const idempotencyKey = useIdempotencyKey();
  const record = useApi().useMutation('post', '/api/v1/events');
  const errors = fieldErrorsOf(record.error);
  const body = { names, dates: { stated: date.stated ?? date.unread ?? '' }, place: place.trim() || null };
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
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          label={t(`recordEvent.name_in.${language}`)}
          field={`names.${language}`}
          error={errors.get(`names.${language}`) ?? null}
          lang={language}
          dir={directionOf(language)}
          optional={language !== script}
          value={names[language]}
          onChange={({ currentTarget }) => setNames({ ...names, [language]: currentTarget.value })}
        />
      ))}
      <DeadlineField
        label={t('recordEvent.dates')}
        field="dates.stated"
        error={errors.get('dates.stated') ?? errors.get('dates') ?? null}
        stated={date.stated}
        unread={date.unread}
        onRead={(stated, unread) => setDate({ stated, unread })}
      />
      <TextField
        label={t('recordEvent.place')}
        field="place"
        dir="auto"
        optional
        value={place}
        onChange={({ currentTarget }) => setPlace(currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" weight="main" busy={record.isPending}>
          {t('recordEvent.save')}
        </Button>
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
      </div>
    </form>
  );
}
