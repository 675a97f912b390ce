import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { fieldErrorsOf } from '@/api/problem';
import { Page } from '@/app/page';
import { useApi, useLanguage, useRefresh } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { Button, ButtonLink } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { TextArea } from '@/ui/field';
import { Fact, Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { DeadlineDate } from '@/ui/stated-date';
import { Loaded } from '@/ui/states';
import { Name, Text } from '@/ui/text';
import { Absent } from '../changes/field-values';
import { FigureAndAxes } from '../figures';
import { ActorName, OrganisationName } from '../names';
import { JustDone, QueueBar } from '../queue/queue-bar';
import { useAfterDecision } from '../queue/use-queue';
import { Proposed } from './proposed';
import type { ChangeRequest } from './request-list';

/** What whoever promised asks to change, beside what is promised now; the answer moves nothing. */
export function RequestPage() {
  const { t } = useTranslation(['review', 'words']);
  const { id = '' } = useParams();
  const query = useApi().useQuery('get', '/api/v1/change-requests/{id}', { params: { path: { id } } });
  const { data } = query;
  return (
    <Page
      title={t('requests.one')}
      heading={
        data ? `${t('requests.one')}: ${t(`words:changeRequestWhat.${data.what}`)}` : t('requests.one')
      }
      above={<QueueBar />}
      lead={
        data ? (
          <>
            <OrganisationName id={data.organisationId} />{' '}
            <Badge tone={data.state === 'open' ? 'attention' : 'plain'}>
              {t(`words:changeRequestState.${data.state}`)}
            </Badge>
          </>
        ) : null
      }
    >
      <Loaded query={query} lines={8}>
        {(request) => (
          <div className="stack-loose">
            <JustDone />
            <Asked request={request} />
            <Answer key={request.id} request={request} />
            <Carrier request={request} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Asked({ request }: { readonly request: ChangeRequest }) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const commitment = useApi().useQuery('get', '/api/v1/commitments/{id}', {
    params: { path: { id: request.commitmentId } },
  });
  return (
    <section className="section">
      <h2>{t('requests.asked')}</h2>
      <Facts>
        <Fact name={t('words:field.commitment')}>
          {commitment.data ? (
            <Link to={`/staff/commitments/${request.commitmentId}`}>
              <Text of={commitment.data.title} />
            </Link>
          ) : (
            '…'
          )}
        </Fact>
        <Fact name={t('requests.now')}>
          {commitment.data ? (
            request.what === 'deadline' ? (
              commitment.data.deadline ? (
                <DeadlineDate date={commitment.data.deadline} />
              ) : (
                <Absent because={commitment.data.deadlineAbsence} />
              )
            ) : commitment.data.quantity ? (
              <FigureAndAxes of={commitment.data.quantity} />
            ) : (
              <Absent />
            )
          ) : (
            '…'
          )}
        </Fact>
        <Fact name={t('requests.proposed')}>
          <strong>
            <Proposed request={request} />
          </strong>
        </Fact>
        <Fact name={t('requests.reason')}>
          <Name>{request.reason}</Name>
        </Fact>
        <Fact name={t('requests.askedOn')}>
          {formatDay(request.askedOn, language)}
          {request.askedBy ? (
            <>
              {' '}
              · <ActorName actor={request.askedBy} />
            </>
          ) : null}
        </Fact>
      </Facts>
    </section>
  );
}

function Answer({ request }: { readonly request: ChangeRequest }) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const afterDecision = useAfterDecision();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const answer = useApi().useMutation('post', '/api/v1/change-requests/{id}/answer');
  if (request.answer) {
    const { on, by, reason: given } = request.answer;
    return (
      <section className="section">
        <h2>{t('requests.answer')}</h2>
        <p>
          <strong>{t(`words:changeRequestState.${request.state}`)}</strong> · {formatDay(on, language)}
          {by ? (
            <>
              {' '}
              · <ActorName actor={by} />
            </>
          ) : null}
        </p>
        <p>
          <Name>{given}</Name>
        </p>
      </section>
    );
  }
  const offers = request.allowedActions.filter(({ action }) => action === 'accept' || action === 'decline');
  const decide = (action: 'accept' | 'decline') => {
    if (!reason.trim()) {
      setMissing(true);
      document.getElementById('field-reason')?.focus();
      return;
    }
    answer.mutate(
      {
        params: { path: { id: request.id } },
        body: {
          answer: action === 'accept' ? 'accepted_for_amendment' : 'declined',
          reason: reason.trim(),
        },
      },
      {
        onSuccess: () =>
          void afterDecision(
            {
              said: t(`requests.done.${action}`),
              links: [{ to: `/staff/review/requests/${request.id}`, name: t('requests.one') }],
            },
            `/staff/review/requests/${request.id}`,
          ),
      },
    );
  };
  return (
    <section className="section">
      <h2>{t('requests.answer')}</h2>
      <form className="decision" noValidate onSubmit={(event: FormEvent) => event.preventDefault()}>
        <p>{t('requests.movesNothing')}</p>
        <ErrorSummary error={answer.error} />
        <TextArea
          field="reason"
          label={t('decision.reason')}
          error={
            missing && !reason.trim()
              ? t('decision.reasonMissing')
              : (fieldErrorsOf(answer.error).get('reason') ?? null)
          }
          value={reason}
          maxLength={4000}
          onChange={({ target }) => setReason(target.value)}
        />
        <div className="actions">
          {offers.map(({ action, allowed, reason: why }) => (
            <Button
              key={action}
              weight={action === 'accept' ? 'main' : 'plain'}
              busy={answer.isPending}
              hindrance={allowed ? null : (why ?? '')}
              onClick={() => decide(action as 'accept')}
            >
              {t(`requests.${action as 'accept'}`)}
            </Button>
          ))}
        </div>
      </form>
    </section>
  );
}

/** The draft of an amendment that takes up what was accepted. */
function Carrier({ request }: { readonly request: ChangeRequest }) {
  const { t } = useTranslation(['review', 'words']);
  const refresh = useRefresh();
  const record = useApi().useQuery('get', '/api/v1/agreements/{id}', {
    params: { path: { id: request.agreementId } },
  });
  const carry = useApi().useMutation('post', '/api/v1/change-requests/{id}/carrier');
  if (request.state !== 'accepted_for_amendment') return null;
  if (request.carriedBy) {
    const { version, draftNumber, draftState } = request.carriedBy;
    return (
      <Notice tone="good" title={t('requests.carried')}>
        {version === null ? (
          <Link to={`/staff/agreements/${request.agreementId}/review`}>
            {t('draft.version', { n: draftNumber ?? 0 })}
            {draftState ? ` · ${t(`words:draftState.${draftState as 'submitted'}`)}` : ''}
          </Link>
        ) : (
          <Link to={`/staff/agreements/${request.agreementId}`}>{t('draft.version', { n: version })}</Link>
        )}
      </Notice>
    );
  }
  const draft = record.data?.draft ?? null;
  return (
    <section className="section">
      <h2>{t('requests.carrier')}</h2>
      <p className="prose">{t('requests.carrierText')}</p>
      <ErrorSummary error={carry.error} />
      <div className="actions">
        <Button
          busy={carry.isPending}
          hindrance={draft?.kind === 'amendment' ? null : t('requests.noAmendment')}
          onClick={() =>
            carry.mutate({ params: { path: { id: request.id } } }, { onSuccess: () => void refresh() })
          }
        >
          {draft?.kind === 'amendment' ? t('requests.carry', { n: draft.n }) : t('requests.carryNone')}
        </Button>
        <ButtonLink weight="quiet" to={`/staff/agreements/${request.agreementId}`}>
          {t('toRecord')}
        </ButtonLink>
      </div>
    </section>
  );
}
