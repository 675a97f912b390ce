import { useTranslation } from 'react-i18next';
import type { components } from '../../.generated/schema';
import { Table } from '@/ui/table';
import { Name, Text } from '@/ui/text';

type Effect = components['schemas']['EffectResponse'];

/** What would change elsewhere if the draft became current now. */
export function DraftEffects({ effects }: { readonly effects: readonly Effect[] }) {
  const { t } = useTranslation(['logging', 'words']);
  if (effects.length === 0) return <p>{t('effects.none')}</p>;
  const value = (said: string | null) =>
    said === null ? <span className="muted">{t('effects.nothing')}</span> : <Name>{said}</Name>;
  return (
    <section className="section">
      <h2>{t('effects.title')}</h2>
      <Table
        caption={t('effects.title')}
        captionHidden
        rows={effects}
        rowKey={(one) => [one.area, one.subjectType, one.subjectId, one.detail].join(' ')}
        columns={[
          {
            key: 'area',
            heading: t('effects.area'),
            isRowHeading: true,
            cell: (one) => (
              <>
                {t(`effects.areas.${one.area}`)} <Text of={one.title} />
              </>
            ),
          },
          { key: 'before', heading: t('effects.before'), cell: (one) => value(one.before) },
          { key: 'after', heading: t('effects.after'), cell: (one) => value(one.after) },
        ]}
      />
    </section>
  );
}
