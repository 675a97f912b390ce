import { useTranslation } from 'react-i18next';
import type { RecordField } from '@/records/fields';
import type { TextInLanguages } from '@/ui/text';
import type { components } from '../../.generated/schema';

type SigningEvent = components['schemas']['EventResponse'];
type Body = components['schemas']['CorrectEventRequest'];
type Qualifier = components['schemas']['AmountRequest']['qualifier'];

/** A signing event as a form shows it: its dates as they are stated, its amount in three parts. */
export interface EventForm {
  readonly names: TextInLanguages | null;
  readonly stated: string | null;
  readonly place: string | null;
  readonly value: number | null;
  readonly currency: string | null;
  readonly qualifier: Qualifier | null;
  readonly publishedReference: string | null;
  readonly note: string | null;
}

const QUALIFIERS = ['exactly', 'at_least', 'more_than', 'about', 'up_to', 'not_stated'] as const;

export function eventForm({ dates, amount, ...event }: SigningEvent): EventForm {
  return {
    names: event.names,
    stated: dates.stated,
    place: event.place,
    value: amount?.value ?? null,
    currency: amount?.currency ?? 'MAD',
    qualifier: (amount?.qualifier as Qualifier | undefined) ?? 'exactly',
    publishedReference: event.publishedReference,
    note: event.note,
  };
}

/** What was typed as the API takes it; an amount is sent whole or taken out. */
export function eventBody(typed: Partial<EventForm>, before: EventForm | null): Body {
  const { stated, value, currency, qualifier, ...same } = typed;
  const amount = {
    value: value === undefined ? (before?.value ?? null) : value,
    currency: currency ?? before?.currency ?? 'MAD',
    qualifier: qualifier ?? before?.qualifier ?? 'exactly',
  };
  const isTouched = value !== undefined || (before?.value != null && (currency ?? qualifier) != null);
  return {
    ...same,
    ...(stated === undefined ? {} : { dates: { stated: stated ?? '' } }),
    ...(isTouched ? { amount: amount.value === null ? null : { ...amount, value: amount.value } } : {}),
  };
}

export function useEventFields(): readonly RecordField<Partial<EventForm>>[] {
  const { t } = useTranslation(['people', 'words']);
  return [
    { key: 'names', kind: 'texts', label: t('name'), hint: t('oneLanguage') },
    { key: 'stated', kind: 'code', label: t('events.dates'), hint: t('events.datesHint'), maxLength: 30 },
    { key: 'place', kind: 'text', label: t('events.place'), optional: true },
    { key: 'value', kind: 'number', label: t('events.amount'), hint: t('events.amountText'), optional: true },
    { key: 'currency', kind: 'code', label: t('events.currency'), maxLength: 3 },
    {
      key: 'qualifier',
      kind: 'choice',
      label: t('words:field.qualifier'),
      choices: QUALIFIERS.map((value) => ({ value, label: t(`words:qualifier.${value}`) })),
    },
    { key: 'publishedReference', kind: 'text', label: t('words:field.publishedReference'), optional: true },
    { key: 'note', kind: 'area', label: t('note'), optional: true },
  ];
}
