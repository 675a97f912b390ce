import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import { Combobox } from '@/ui/combobox';
import type { FieldTexts } from '@/ui/field';
import { useText } from '@/ui/text';
import { type Organisation, useDescribeOrganisation, useOrganisations } from './organisations';
import { RecordOrganisation } from './record-organisation';
import { useSearch } from './use-search';

interface OrganisationPickerProps extends FieldTexts {
  readonly id: string | null;
  readonly onChoose: (organisation: Organisation | null) => void;
  readonly disabled?: boolean;
}

/** One organisation, found by any spelling in any script; one that is not there is recorded without leaving. */
export function OrganisationPicker({ id, onChoose, disabled, ...texts }: OrganisationPickerProps) {
  const { t } = useTranslation('logging');
  const say = useText();
  const { settled, type, text } = useSearch();
  const [recording, setRecording] = useState<string | null>(null);
  const found = useOrganisations(settled);
  const chosen = useApi().useQuery(
    'get',
    '/api/v1/organisations/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== null, staleTime: 60_000 },
  );
  const items = found.data?.items ?? [];
  const describe = useDescribeOrganisation();
  return (
    <>
      <Combobox
        {...texts}
        disabled={disabled}
        options={items.map((one) => ({ key: one.id, text: say(one.names), detail: describe(one, settled) }))}
        onType={type}
        searching={found.isFetching || text.trim() !== settled}
        chosen={id === null ? null : chosen.data ? say(chosen.data.names) : ''}
        onChoose={(key) => onChoose(items.find((one) => one.id === key) ?? null)}
        onRecord={setRecording}
        placeholder={t('picker.typeName')}
      />
      <RecordOrganisation
        typed={recording}
        onClose={() => setRecording(null)}
        onRecorded={(organisation) => {
          setRecording(null);
          onChoose(organisation);
        }}
      />
    </>
  );
}
