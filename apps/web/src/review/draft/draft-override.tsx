import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useRefresh } from '@/app/services';
import { Button } from '@/ui/button';
import { ChoiceGroup, TextArea } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { fieldErrorsOf } from '@/api/problem';
import { ActorName } from '../names';
import { Refusal } from '../refusal';
import type { Draft } from './draft-page';

type Step = 'verify' | 'approve';

/**
 * Lets another director decide on their own draft, as it now stands: four eyes are kept by whoever lets them. A change
 * of the draft ends it.
 */
export function DraftOverride({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation(['review', 'words']);
  const refresh = useRefresh();
  const api = useApi();
  const me = api.useQuery('get', '/api/v1/me').data;
  const [step, setStep] = useState<Step>(draft.state === 'verified' ? 'approve' : 'verify');
  const [reason, setReason] = useState('');
  const grant = api.useMutation('post', '/api/v1/agreements/{id}/draft/overrides');
  if (draft.people.overriddenBy) {
    return (
      <Notice title={t('override.given')}>
        <ActorName actor={draft.people.overriddenBy} />
      </Notice>
    );
  }
  const isDecided = draft.state === 'submitted' || draft.state === 'verified';
  if (!isDecided || !me?.permissions.includes('version.override')) return null;
  const errors = fieldErrorsOf(grant.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    grant.mutate(
      {
        params: { path: { id: draft.id }, header: { 'If-Match': `"${draft.revision}"` } },
        body: { action: step, reason: reason.trim() },
      },
      {
        onSuccess: () => {
          setReason('');
          void refresh();
        },
      },
    );
  };
  return (
    <details>
      <summary>{t('override.title')}</summary>
      <form className="stack" noValidate onSubmit={send}>
        <p className="prose">{t('override.text')}</p>
        <Refusal error={grant.error} onReadAgain={() => refresh().then(() => grant.reset())} />
        {grant.isSuccess ? (
          <div role="status">
            <Notice tone="good" title={t('override.done')} />
          </div>
        ) : null}
        <ChoiceGroup
          field="action"
          label={t('override.step')}
          error={errors.get('action') ?? null}
          chosen={[step]}
          onChange={([chosen]) => setStep(chosen as Step)}
          choices={(['verify', 'approve'] as const).map((value) => ({
            value,
            label: t(`words:draftAction.${value}`),
          }))}
        />
        <TextArea
          label={t('override.reason')}
          error={errors.get('reason') ?? null}
          value={reason}
          maxLength={4000}
          onChange={({ target }) => setReason(target.value)}
        />
        <div>
          <Button type="submit" busy={grant.isPending}>
            {t('override.grant')}
          </Button>
        </div>
      </form>
    </details>
  );
}
