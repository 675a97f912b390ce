import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { AgreementRecord } from '../draft/draft-page';
import { type Effect, Effects } from '../effects/effects-table';
import { useQueue } from '../queue/use-queue';
import type { LegalAction } from './step-form';
import { WhoIsTold } from './who-is-told';

/** After a step: what it changed, who is told, and where to go on. */
export function StepResult({
  record,
  action,
  effects,
}: {
  readonly record: AgreementRecord;
  readonly action: LegalAction;
  readonly effects: readonly Effect[];
}) {
  const { t } = useTranslation(['review', 'words']);
  const queue = useQueue();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="stack-loose">
      <div ref={box} tabIndex={-1} role="status">
        <Notice tone="good" title={t('step.taken', { step: t(`words:legalAction.${action}`) })}>
          {record.legalState ? (
            <>
              {t('step.stateNow')} <strong>{t(`words:legalState.${record.legalState as 'signed'}`)}</strong>
            </>
          ) : null}
        </Notice>
      </div>
      <section className="section">
        <h2>{t('step.changed')}</h2>
        <Effects effects={effects} />
      </section>
      <WhoIsTold record={record} action={action} effects={effects} />
      <div className="actions no-print">
        {queue?.next ? (
          <ButtonLink weight="main" to={queue.next}>
            {t('queue.next')}
          </ButtonLink>
        ) : null}
        <ButtonLink to={`/staff/agreements/${record.id}`}>{t('toRecord')}</ButtonLink>
        <Link to={`/staff/agreements/${record.id}/steps`}>{t('step.all')}</Link>
      </div>
    </div>
  );
}
