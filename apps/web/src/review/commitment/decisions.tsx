import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useApi, useLanguage, useRefresh } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/field';
import { Empty, Loaded } from '@/ui/states';
import { Name } from '@/ui/text';
import { Timeline } from '@/ui/timeline';
import type { components } from '../../../.generated/schema';
import { FileName } from '../draft/file-name';
import { ActorName, SourceName } from '../names';
import { Refusal } from '../refusal';
import type { CommitmentRecord } from './commitment-page';

type Decision = components['schemas']['CommitmentDecisionResponse'];

/** What was decided about the promise, withdrawn decisions included. */
export function Decisions({ commitment }: { readonly commitment: CommitmentRecord }) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const decisions = useApi().useQuery('get', '/api/v1/commitments/{id}/decisions', {
    params: { path: { id: commitment.id }, query: { limit: 100 } },
  });
  return (
    <section className="section">
      <h2>{t('decisions.title')}</h2>
      <Loaded query={decisions} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('decisions.none')} />
          ) : (
            <Timeline
              entries={items.map((decision) => ({
                key: decision.id,
                when: formatDay(decision.on, language),
                what: <OneDecision decision={decision} commitment={commitment} />,
              }))}
            />
          )
        }
      </Loaded>
    </section>
  );
}

function OneDecision({
  decision,
  commitment,
}: {
  readonly decision: Decision;
  readonly commitment: CommitmentRecord;
}) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const { outcome, reason, decidedBy, sourceId, fileId, locator, withdrawn } = decision;
  return (
    <>
      <strong>{t(`words:decision.${outcome}`)}</strong>{' '}
      {withdrawn ? <Badge>{t('decisions.withdrawn')}</Badge> : null}
      <p>
        <Name>{reason}</Name>
      </p>
      <small className="muted block">
        <ActorName actor={decidedBy} />
        {sourceId ? (
          <>
            {' '}
            · <SourceName id={sourceId} />
          </>
        ) : null}
        {fileId ? (
          <>
            {' '}
            · <FileName agreementId={commitment.agreement.id} id={fileId} />
          </>
        ) : null}
        {locator ? (
          <>
            {' '}
            · <Name>{locator}</Name>
          </>
        ) : null}
      </small>
      {withdrawn ? (
        <p className="small">
          {t('decisions.withdrawnOn', { day: formatDay(withdrawn.on, language) })} ·{' '}
          <ActorName actor={withdrawn.by} /> · <Name>{withdrawn.reason}</Name>
        </p>
      ) : (
        <Withdraw decisionId={decision.id} commitment={commitment} />
      )}
    </>
  );
}

function Withdraw({
  decisionId,
  commitment,
}: {
  readonly decisionId: string;
  readonly commitment: CommitmentRecord;
}) {
  const { t } = useTranslation(['review', 'ui']);
  const refresh = useRefresh();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const withdraw = useApi().useMutation('post', '/api/v1/commitments/{id}/decisions/{decisionId}/withdrawal');
  const offer = commitment.allowedActions.find(({ action }) => action === 'withdraw_decision');
  if (!offer) return null;
  if (!open) {
    return (
      <div className="no-print">
        <Button hindrance={offer.allowed ? null : (offer.reason ?? '')} onClick={() => setOpen(true)}>
          {t('decisions.withdraw')}
        </Button>
      </div>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) return setMissing(true);
    withdraw.mutate(
      {
        params: {
          path: { id: commitment.id, decisionId },
          header: { 'If-Match': `"${commitment.revision}"` },
        },
        body: { reason: reason.trim() },
      },
      { onSuccess: () => void refresh() },
    );
  };
  return (
    <form className="stack" noValidate onSubmit={send}>
      <Refusal error={withdraw.error} onReadAgain={() => refresh().then(() => withdraw.reset())} />
      <TextArea
        field="withdrawal.reason"
        label={t('decisions.whyWithdraw')}
        error={
          missing && !reason.trim()
            ? t('decision.reasonMissing')
            : (fieldErrorsOf(withdraw.error).get('reason') ?? null)
        }
        value={reason}
        maxLength={4000}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="actions">
        <Button type="submit" weight="grave" busy={withdraw.isPending}>
          {t('decisions.withdraw')}
        </Button>
        <Button weight="quiet" onClick={() => setOpen(false)}>
          {t('ui:cancel')}
        </Button>
      </div>
    </form>
  );
}
