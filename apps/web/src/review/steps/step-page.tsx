import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { fieldErrorsOf } from '@/api/problem';
import { NotFound } from '@/app/not-found';
import { Page } from '@/app/page';
import { useApi, useRefresh } from '@/app/services';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Loaded, Skeleton } from '@/ui/states';
import { Name, Text, useText } from '@/ui/text';
import type { AgreementRecord } from '../draft/draft-page';
import { type Effect, Effects } from '../effects/effects-table';
import { JustDone, QueueBar } from '../queue/queue-bar';
import { Refusal } from '../refusal';
import { type ListedPromise, isLive } from './movable-deadlines';
import { ReopeningConsent } from './reopening-consent';
import { StepFields } from './step-fields';
import {
  LEGAL_ACTIONS,
  type LegalAction,
  NOTHING_TYPED,
  type TypedStep,
  missingIn,
  stepOf,
} from './step-form';
import { StepResult } from './step-result';

/** One step in the legal life of an agreement: typed, looked at in all that it changes, then taken. */
export function StepPage() {
  const { t } = useTranslation(['review', 'words']);
  const text = useText();
  const { id = '', action = '' } = useParams();
  const api = useApi();
  const record = api.useQuery('get', '/api/v1/agreements/{id}', { params: { path: { id } } });
  const promises = api.useQuery('get', '/api/v1/commitments', {
    params: { query: { agreement: id, limit: 100 } },
  });
  const [taken, setTaken] = useState<{ readonly effects: readonly Effect[] } | null>(null);
  if (!isLegalAction(action)) return <NotFound />;
  const name = t(`words:legalAction.${action}`);
  return (
    <Page
      title={`${name} · ${text(record.data?.title)}`}
      heading={name}
      above={<QueueBar />}
      lead={
        record.data ? (
          <>
            <Link to={`/staff/agreements/${id}`}>
              <Text of={record.data.title} />
            </Link>{' '}
            <Name>{record.data.reference}</Name> ·{' '}
            {record.data.legalState ? t(`words:legalState.${record.data.legalState as 'signed'}`) : null}
          </>
        ) : null
      }
    >
      <div className="stack">
        <JustDone />
        <Loaded query={record} lines={6}>
          {(agreement) => {
            if (taken) return <StepResult record={agreement} action={action} effects={taken.effects} />;
            if (!promises.data) return <Skeleton lines={6} />;
            return (
              <StepForm
                key={action}
                record={agreement}
                action={action}
                promises={promises.data.items}
                onTaken={(effects) => setTaken({ effects })}
              />
            );
          }}
        </Loaded>
      </div>
    </Page>
  );
}

function isLegalAction(action: string): action is LegalAction {
  return (LEGAL_ACTIONS as readonly string[]).includes(action);
}

interface StepFormProps {
  readonly record: AgreementRecord;
  readonly action: LegalAction;
  readonly promises: readonly ListedPromise[];
  readonly onTaken: (effects: readonly Effect[]) => void;
}

function StepForm({ record, action, promises, onTaken }: StepFormProps) {
  const { t } = useTranslation(['review', 'words']);
  const refresh = useRefresh();
  const api = useApi();
  const [typed, setTyped] = useState<TypedStep>(NOTHING_TYPED);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [looked, setLooked] = useState<readonly Effect[] | null>(null);
  const preview = api.useMutation('post', '/api/v1/agreements/{id}/transitions/preview');
  const take = api.useMutation('post', '/api/v1/agreements/{id}/transitions');
  const effectsHeading = useRef<HTMLHeadingElement>(null);

  const offer = record.allowedActions.find((one) => one.action === action);
  if (!offer?.allowed) {
    return (
      <>
        <Notice tone="attention" title={t('step.notNow')}>
          {offer?.reason ?? t('step.notFromHere')}
        </Notice>
        {offer?.code === 'second_director_needed' ? <ReopeningConsent record={record} /> : null}
        <p>
          <Link to={`/staff/agreements/${record.id}/steps`}>{t('step.all')}</Link>
        </p>
      </>
    );
  }

  const live = promises.filter(isLive).map(({ id }) => id);
  const request = () => ({
    params: { path: { id: record.id }, header: { 'If-Match': `"${record.revision}"` } },
    body: stepOf(action, typed, live),
  });
  const change = (part: Partial<TypedStep>) => {
    setTyped({ ...typed, ...part });
    // What was looked at was another step.
    setLooked(null);
  };
  const look = (event: FormEvent) => {
    event.preventDefault();
    const left = missingIn(action, typed, live);
    setMissing(left);
    const [first] = left;
    if (first) {
      document.getElementById(`field-${first.replace(/[^\w-]/g, '-')}`)?.focus();
      return;
    }
    take.reset();
    preview.mutate(request(), {
      onSuccess: ({ effects }) => {
        setLooked(effects);
        window.requestAnimationFrame(() => effectsHeading.current?.focus());
      },
    });
  };
  const confirm = () =>
    take.mutate(request(), {
      onSuccess: () => {
        onTaken(looked ?? []);
        void refresh();
      },
    });
  const readAgain = async () => {
    await refresh();
    setLooked(null);
    preview.reset();
    take.reset();
  };
  const error = take.error ?? preview.error;
  const errors = new Map([
    ...missing.map((field) => [field, t('step.missing')] as const),
    ...fieldErrorsOf(error),
  ]);

  return (
    <>
      <form className="stack step-form" noValidate onSubmit={look}>
        <p className="prose">{t(`step.explained.${action}`)}</p>
        <Refusal error={error} onReadAgain={readAgain} />
        <StepFields
          action={action}
          agreementId={record.id}
          record={record}
          promises={promises}
          typed={typed}
          change={change}
          errors={errors}
        />
        <div>
          <Button type="submit" weight={looked ? 'plain' : 'main'} busy={preview.isPending}>
            {t('step.look')}
          </Button>
        </div>
      </form>
      {looked ? (
        <section className="section">
          <h2 tabIndex={-1} ref={effectsHeading}>
            {t('step.effects')}
          </h2>
          <p className="muted">{t('step.effectsText')}</p>
          <Effects effects={looked} />
          <div className="actions no-print">
            <Button weight="main" busy={take.isPending} onClick={confirm}>
              {t(`step.confirm.${action}`)}
            </Button>
            <Button weight="quiet" onClick={() => setLooked(null)}>
              {t('step.changeIt')}
            </Button>
          </div>
        </section>
      ) : null}
    </>
  );
}
