import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { LANGUAGES, directionOf } from '@/app/languages';
import { useApi } from '@/app/services';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { SelectField, TextField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { useText } from '@/ui/text';
import { type Organisation, useDescribeOrganisation, useOrganisations } from './organisations';
import { scriptOf } from './script-of';
import { useIdempotencyKey } from './use-idempotency-key';
import { useSearch } from './use-search';

interface RecordOrganisationProps {
  /** What was typed where the organisation was not found; null while nothing is recorded. */
  readonly typed: string | null;
  readonly onClose: () => void;
  readonly onRecorded: (organisation: Organisation) => void;
}

export function RecordOrganisation({ typed, onClose, onRecorded }: RecordOrganisationProps) {
  const { t } = useTranslation('logging');
  return (
    <Dialog open={typed !== null} title={t('recordOrganisation.title')} onClose={onClose}>
      {typed === null ? null : <Form typed={typed} onClose={onClose} onRecorded={onRecorded} />}
    </Dialog>
  );
}

const KINDS = ['company', 'public_body', 'federation', 'training_body', 'other'] as const;

function Form({ typed, onClose, onRecorded }: RecordOrganisationProps & { readonly typed: string }) {
  const { t } = useTranslation(['logging', 'words', 'ui']);
  const script = scriptOf(typed);
  const [names, setNames] = useState<Record<'ar' | 'fr' | 'en', string>>({
    ...{ ar: '', fr: '', en: '' },
    ...(typed ? { [script]: typed } : {}),
  });
  const [kind, setKind] = useState<(typeof KINDS)[number]>('company');
  const [country, setCountry] = useState('MA');
  const [ice, setIce] = useState('');
  const idempotencyKey = useIdempotencyKey();
  const record = useApi().useMutation('post', '/api/v1/organisations');
  const errors = fieldErrorsOf(record.error);
  const save = () =>
    record.mutate(
      {
        params: { header: { 'Idempotency-Key': idempotencyKey({ names, kind, country, ice }) } },
        body: {
          names,
          kind,
          country: country.trim().toUpperCase() || null,
          ice: ice.replace(/\s/g, '') || null,
        },
      },
      { onSuccess: (organisation) => onRecorded(organisation) },
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ErrorSummary error={record.error} />
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          label={t(`recordOrganisation.name_in.${language}`)}
          field={`names.${language}`}
          error={errors.get(`names.${language}`) ?? null}
          lang={language}
          dir={directionOf(language)}
          optional={language !== script}
          value={names[language]}
          onChange={({ currentTarget }) => setNames({ ...names, [language]: currentTarget.value })}
        />
      ))}
      <LikelyOrganisations names={Object.values(names)} onChoose={onRecorded} />
      <SelectField
        label={t('words:field.kind')}
        field="kind"
        choices={KINDS.map((value) => ({ value, label: t(`words:orgKind.${value}`) }))}
        value={kind}
        onChange={({ currentTarget }) => setKind(currentTarget.value as (typeof KINDS)[number])}
      />
      <TextField
        label={t('recordOrganisation.country')}
        hint={t('recordOrganisation.countryHint')}
        field="country"
        error={errors.get('country') ?? null}
        optional
        maxLength={2}
        value={country}
        onChange={({ currentTarget }) => setCountry(currentTarget.value)}
      />
      <TextField
        label={t('recordOrganisation.ice')}
        hint={t('recordOrganisation.iceHint')}
        field="ice"
        error={errors.get('ice') ?? null}
        optional
        inputMode="numeric"
        value={ice}
        onChange={({ currentTarget }) => setIce(currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" weight="main" busy={record.isPending}>
          {t('recordOrganisation.save')}
        </Button>
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
      </div>
    </form>
  );
}

/** Organisations much like the one that is about to be recorded: a second record of the same is the wrong one. */
function LikelyOrganisations({
  names,
  onChoose,
}: {
  readonly names: readonly string[];
  readonly onChoose: (organisation: Organisation) => void;
}) {
  const { t } = useTranslation('logging');
  const say = useText();
  const describe = useDescribeOrganisation();
  const { settled, type, text } = useSearch();
  const longest = [...names].sort((a, b) => b.length - a.length)[0] ?? '';
  if (text !== longest) type(longest);
  const found = useOrganisations(settled, settled.length >= 3);
  const items = settled.length >= 3 ? (found.data?.items ?? []) : [];
  return (
    <div role="status">
      {items.length > 0 ? (
        <Notice tone="attention" title={t('recordOrganisation.likely', { count: items.length })}>
          <ul className="plain-list">
            {items.slice(0, 4).map((one) => (
              <li key={one.id} className="row">
                <span>
                  <bdi>{say(one.names)}</bdi> <small className="muted">{describe(one, settled)}</small>
                </span>
                <Button weight="quiet" onClick={() => onChoose(one)}>
                  {t('picker.useThis')}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}
