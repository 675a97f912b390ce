import { useTranslation } from 'react-i18next';
import { directionOf } from '@/app/languages';
import { useApi, useLanguage } from '@/app/services';
import { formatDay, readStated } from '@/formats/dates';
import { Stated } from '@/ui/stated-date';
import { Empty, Loaded } from '@/ui/states';
import { Name } from '@/ui/text';
import { Timeline } from '@/ui/timeline';
import { FileName } from '../draft/file-name';
import { ActorName, SourceName } from '../names';

/** The legal steps of an agreement, the latest first. */
export function StepHistory({ agreementId }: { readonly agreementId: string }) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const direction = directionOf(language);
  const steps = useApi().useQuery('get', '/api/v1/agreements/{id}/steps', {
    params: { path: { id: agreementId }, query: { limit: 100 } },
  });
  return (
    <Loaded query={steps} lines={3}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('steps.none')}>{t('steps.noneText')}</Empty>
        ) : (
          <Timeline
            entries={items.map((step) => ({
              key: String(step.number),
              when: <Stated date={readStated(step.on)} />,
              what: (
                <>
                  <strong>{t(`words:legalAction.${step.action}`)}</strong>
                  <small className="muted block">
                    {t(`words:legalState.${step.from}`)} {direction === 'rtl' ? '←' : '→'}{' '}
                    {t(`words:legalState.${step.to}`)}
                  </small>
                  {step.reason ? (
                    <p>
                      <Name>{step.reason}</Name>
                    </p>
                  ) : null}
                  {step.fileId ? (
                    <p>
                      <FileName agreementId={agreementId} id={step.fileId} />
                    </p>
                  ) : null}
                  {step.sourceId ? (
                    <p>
                      <SourceName id={step.sourceId} />
                    </p>
                  ) : null}
                  <small className="muted block">
                    <ActorName actor={step.takenBy} /> ·{' '}
                    {t('steps.recorded', { day: formatDay(step.recordedOn, language) })}
                    {step.agreedBy ? (
                      <>
                        {' '}
                        · {t('steps.agreedBy')} <ActorName actor={step.agreedBy} />
                      </>
                    ) : null}
                  </small>
                </>
              ),
            }))}
          />
        )
      }
    </Loaded>
  );
}
