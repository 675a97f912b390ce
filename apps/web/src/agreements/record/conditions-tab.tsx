import { useTranslation } from 'react-i18next';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Empty, Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { Agreement } from './agreement-record';

/** What has to be met before the agreement takes effect. */
export function ConditionsTab({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  const language = useLanguage();
  const { can } = useSession();
  const conditions = useApi().useQuery('get', '/api/v1/agreements/{id}/conditions', {
    params: { path: { id: agreement.id }, query: { limit: 100 } },
  });
  return (
    <section className="section" aria-labelledby="conditions">
      <h2 id="conditions">{t('words:field.conditions')}</h2>
      <Loaded query={conditions} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('conditions.none')}>{t('conditions.noneText')}</Empty>
          ) : (
            <Table
              caption={t('words:field.conditions')}
              captionHidden
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'text',
                  heading: t('conditions.condition'),
                  isRowHeading: true,
                  cell: ({ text }) => <Text of={text} />,
                },
                {
                  key: 'due',
                  heading: t('conditions.due'),
                  cell: ({ due }) => due ?? <span className="muted">{word('absence', 'not_stated')}</span>,
                },
                {
                  key: 'state',
                  heading: t('conditions.state'),
                  cell: ({ state, decidedOn, reason }) => (
                    <>
                      <Badge tone={state === 'open' ? 'attention' : 'good'}>
                        {word('conditionState', state)}
                      </Badge>
                      {decidedOn ? (
                        <small className="muted line">{formatDay(decidedOn, language)}</small>
                      ) : null}
                      {reason ? (
                        <small className="muted line">
                          <Name>{reason}</Name>
                        </small>
                      ) : null}
                    </>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {(can('condition.record') || can('condition.decide')) && !agreement.asOf ? (
        <div className="actions no-print">
          <ButtonLink to={`/staff/agreements/${agreement.id}/steps/conditions`}>
            {t('conditions.work')}
          </ButtonLink>
        </div>
      ) : null}
    </section>
  );
}
