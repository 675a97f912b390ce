import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useRefresh } from '@/app/services';
import { Button, ButtonLink } from '@/ui/button';
import { TextArea } from '@/ui/field';
import { useText } from '@/ui/text';
import type { components } from '../../../.generated/schema';
import { useAfterDecision } from '../queue/use-queue';
import { Refusal } from '../refusal';
import type { AgreementRecord, Draft } from './draft-page';
import { DraftOverride } from './draft-override';

type Action = 'verify' | 'approve' | 'return' | 'withdraw';
type Offer = components['schemas']['AllowedActionResponse'];

const ACTIONS: readonly Action[] = ['approve', 'verify', 'return', 'withdraw'];
/** What does not follow from the state at all is no offer, and is left out. */
const NOT_FROM_HERE = 'action_not_possible';
/** Steps back say why. */
const WANTS_REASON: readonly Action[] = ['return', 'withdraw'];
const WEIGHTS = { verify: 'main', approve: 'main', return: 'plain', withdraw: 'grave' } as const;

/** The decision on a draft: what the reader may do with it now, and of the rest, why they may not. */
export function DraftDecision({
  draft,
  record,
}: {
  readonly draft: Draft;
  readonly record: AgreementRecord;
}) {
  const { t } = useTranslation(['review', 'words']);
  const text = useText();
  const refresh = useRefresh();
  const afterDecision = useAfterDecision();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [taken, setTaken] = useState<Action | null>(null);
  const act = useApi().useMutation('post', '/api/v1/agreements/{id}/draft/transitions');
  const offers = ACTIONS.flatMap((action) =>
    draft.allowedActions.filter((offer) => offer.action === action && offer.code !== NOT_FROM_HERE),
  );
  const submitting = draft.allowedActions.some(({ action, allowed }) => action === 'submit' && allowed);

  const decide = (action: Action) => {
    if (WANTS_REASON.includes(action) && !reason.trim()) {
      setMissing(true);
      document.getElementById('field-reason')?.focus();
      return;
    }
    setMissing(false);
    setTaken(action);
    act.mutate(
      {
        params: { path: { id: draft.id }, header: { 'If-Match': `"${draft.revision}"` } },
        body: { action, reason: reason.trim() || null },
      },
      {
        onSuccess: (after) => {
          setReason('');
          const isCurrent = after.draft === null && action !== 'withdraw';
          const mayPublish = after.allowedActions.some(
            (offer) => offer.action === 'publish' && offer.allowed,
          );
          void afterDecision(
            {
              said: t(`decided.${isCurrent ? 'approve' : action}`, { title: text(record.title) }),
              links: [
                ...(isCurrent && mayPublish
                  ? [{ to: `/staff/agreements/${draft.id}/steps/publication`, name: t('decided.publish') }]
                  : []),
                { to: `/staff/agreements/${draft.id}`, name: t('toRecord') },
              ],
            },
            `/staff/agreements/${draft.id}/review`,
          );
        },
      },
    );
  };

  return (
    <section className="section" aria-labelledby="decision">
      <h2 id="decision">{t('decision.title')}</h2>
      <form className="decision" noValidate onSubmit={(event: FormEvent) => event.preventDefault()}>
        <Refusal error={act.error} onReadAgain={() => refresh().then(() => act.reset())} />
        <TextArea
          field="reason"
          label={t('decision.reason')}
          hint={t('decision.reasonHint')}
          error={missing ? t('decision.reasonMissing') : null}
          value={reason}
          maxLength={4000}
          onChange={({ target }) => setReason(target.value)}
        />
        <div className="actions decision-actions">
          {submitting ? (
            <ButtonLink to={`/staff/agreements/${draft.id}/draft`}>{t('decision.goOn')}</ButtonLink>
          ) : null}
          {offers.map((offer) => (
            <DecisionButton
              key={offer.action}
              offer={offer}
              busy={act.isPending && taken === offer.action}
              onClick={() => decide(offer.action as Action)}
            />
          ))}
        </div>
        {offers.length === 0 && !submitting ? <p>{t('decision.nothing')}</p> : null}
      </form>
      <DraftOverride draft={draft} />
    </section>
  );
}

function DecisionButton({
  offer: { action, allowed, reason },
  busy,
  onClick,
}: {
  readonly offer: Offer;
  readonly busy: boolean;
  readonly onClick: () => void;
}) {
  const { t } = useTranslation('words');
  return (
    <Button
      weight={WEIGHTS[action as Action]}
      busy={busy}
      hindrance={allowed ? null : (reason ?? '')}
      onClick={onClick}
    >
      {t(`draftAction.${action as Action}`)}
    </Button>
  );
}
