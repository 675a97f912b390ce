import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useApi, useClient } from '@/app/services';
import { SourcePicker } from '@/logging/pickers/source-picker';
import { RecordForm } from '@/records/record-form';
import { useIdempotencyKey } from '@/records/use-idempotency-key';
import { SelectField } from '@/ui/field';
import { Loaded } from '@/ui/states';
import { useText } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

type Indicator = components['schemas']['IndicatorResponse'];
type Body = components['schemas']['FigureRequest'];

const LIST = '/staff/admin/indicators';

/** A national figure as it was published: of which indicator, by which method, for when, and where it stands. */
export function RecordFigurePage() {
  const { t } = useTranslation('admin');
  const text = useText();
  const [code, setCode] = useState('');
  const query = useApi().useQuery('get', '/api/v1/indicators');
  return (
    <AdminPage title={t('indicators.record')} list={{ to: LIST, name: t('place.indicators') }}>
      <Loaded query={query}>
        {({ items }) => {
          const chosen = items.find((one) => one.code === code);
          return (
            <div className="stack">
              <SelectField
                label={t('indicators.of')}
                value={code}
                onChange={({ target }) => setCode(target.value)}
                none={t('indicators.choose')}
                choices={items.map((one) => ({ value: one.code, label: text(one.names) }))}
              />
              {chosen ? <RecordFigure key={chosen.code} of={chosen} /> : null}
            </div>
          );
        }}
      </Loaded>
    </AdminPage>
  );
}

function RecordFigure({ of: indicator }: { readonly of: Indicator }) {
  const { t } = useTranslation(['admin', 'words']);
  const text = useText();
  const client = useClient();
  const navigate = useNavigate();
  const keyOf = useIdempotencyKey();
  const [sourceId, setSourceId] = useState<string | null>(null);
  const { code: indicatorCode, unit, nature } = indicator;
  const words = <Value extends string>(values: readonly Value[], list: 'indicatorKind' | 'indicatorNature') =>
    values.map((value) => ({ value, label: t(`words:${list}.${value}` as never) }));
  const methods = indicator.series
    .filter(({ kind }) => kind === 'method')
    .map(({ code, names }) => ({ value: code, label: text(names) || code }));
  return (
    <RecordForm<Body, { data?: { id: string }; error?: unknown; response: Response }>
      record={null}
      initial={{ kind: 'observation', nature, qualifier: 'not_stated' }}
      more={{ indicatorCode, unit, ...(sourceId === null ? {} : { sourceId }) }}
      fields={[
        {
          key: 'kind',
          kind: 'choice',
          label: t('indicators.kind'),
          choices: words(['observation', 'target'], 'indicatorKind'),
        },
        {
          key: 'series',
          kind: 'choice',
          label: t('indicators.series'),
          hint: t('indicators.seriesHint'),
          none: t('indicators.choose'),
          choices: indicator.series.map(({ code, names }) => ({ value: code, label: text(names) || code })),
        },
        {
          key: 'measuredIn',
          kind: 'choice',
          label: t('indicators.measuredIn'),
          hint: t('indicators.measuredInHint'),
          none: t('words:absence.not_stated'),
          optional: true,
          choices: methods,
        },
        {
          key: 'nature',
          kind: 'choice',
          label: t('indicators.nature'),
          hint: t('indicators.natureHint'),
          choices: words(['stock', 'flow', 'level', 'increment'], 'indicatorNature'),
        },
        { key: 'period', kind: 'code', label: t('indicators.period'), hint: t('indicators.periodHint') },
        { key: 'value', kind: 'number', label: t('indicators.value') },
        {
          key: 'qualifier',
          kind: 'choice',
          label: t('words:field.qualifier'),
          choices: (['not_stated', 'exactly', 'at_least', 'more_than', 'about', 'up_to'] as const).map(
            (value) => ({ value, label: t(`words:qualifier.${value}`) }),
          ),
        },
        { key: 'note', kind: 'area', label: t('holidays.note'), optional: true },
      ]}
      send={(body) =>
        client.POST('/api/v1/indicator-figures', {
          params: { header: keyOf(body) },
          body,
        })
      }
      onSaved={({ data }) => {
        if (data) void navigate(`${LIST}/${data.id}`);
      }}
    >
      {(errors) => (
        <SourcePicker
          label={t('words:field.source')}
          hint={t('indicators.sourceHint')}
          field="sourceId"
          error={errors.get('sourceId') ?? null}
          id={sourceId}
          onChoose={setSourceId}
        />
      )}
    </RecordForm>
  );
}
