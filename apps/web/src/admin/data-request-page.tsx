import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useApi, useClient, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { useSending } from '@/app/use-sending';
import { formatDay } from '@/formats/dates';
import { GraveButton } from '@/records/grave-button';
import { RecordForm } from '@/records/record-form';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Fact, Facts } from '@/ui/facts';
import { Checkbox } from '@/ui/field';
import { Loaded } from '@/ui/states';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';
import { REQUESTS } from './data-requests-page';

type DataRequest = components['schemas']['DataRequestResponse'];
type Decision = components['schemas']['DecisionRequest'];

/** One request about personal data: decided, carried out, closed. */
export function DataRequestPage() {
  const { t } = useTranslation(['admin', 'words']);
  const { id = '' } = useParams();
  const { can } = useSession();
  const query = useApi().useQuery('get', '/api/v1/data-requests/{id}', { params: { path: { id } } });
  const title = query.data
    ? (query.data.requester.name ?? t('words:absence.erased'))
    : t('place.data-requests');
  return (
    <AdminPage title={title} list={{ to: REQUESTS, name: t('place.data-requests') }}>
      <Loaded query={query}>
        {(request) => (
          <>
            <RequestFacts request={request} />
            {can('data_request.export') ? <Export id={id} /> : null}
            {can('data_request.decide') ? <Steps request={request} /> : null}
          </>
        )}
      </Loaded>
    </AdminPage>
  );
}

function RequestFacts({ request }: { readonly request: DataRequest }) {
  const { t } = useTranslation(['admin', 'words']);
  const language = useLanguage();
  const { requester, subject, identityCheck, decision } = request;
  const told = (value: string | null) => (value ? <Name>{value}</Name> : t('words:absence.not_stated'));
  return (
    <Facts>
      <Fact name={t('requests.kind')}>{t(`words:dataRequestKind.${request.kind}`)}</Fact>
      <Fact name={t('requests.state')}>{t(`words:dataRequestState.${request.state}`)}</Fact>
      <Fact name={t('requests.received')}>{formatDay(request.receivedOn, language)}</Fact>
      <Fact name={t('requests.due')}>
        {formatDay(request.dueOn, language)}{' '}
        {request.overdue ? <Badge tone="late">{t('requests.overdue')}</Badge> : null}
      </Fact>
      <Fact name={t('requests.contact')}>{told(requester.contact)}</Fact>
      <Fact name={t('requests.words')}>{told(requester.words)}</Fact>
      <Fact name={t('requests.subject')}>
        {subject.kind === 'person' && subject.id ? (
          <Link to={`/staff/persons/${subject.id}`}>{t('requests.person')}</Link>
        ) : null}
        {subject.kind === 'account' && subject.id ? (
          <Link to={`/staff/admin/accounts/${subject.id}`}>{t('requests.account')}</Link>
        ) : null}
        {subject.kind === 'unknown' ? t('words:absence.unknown') : null}
      </Fact>
      <Fact name={t('requests.check')}>
        {identityCheck
          ? `${t(`words:identityProof.${identityCheck.how}`)} · ${formatDay(identityCheck.on, language)}`
          : t('requests.unchecked')}
      </Fact>
      {decision ? (
        <Fact name={t('requests.decision')}>
          {t(`words:dataRequestOutcome.${decision.outcome}`)} · {formatDay(decision.on, language)}
          {decision.reason ? (
            <p>
              <Name>{decision.reason}</Name>
            </p>
          ) : null}
        </Fact>
      ) : null}
    </Facts>
  );
}

/** Everything that is held, as a file of this browser: it goes nowhere else. */
function Export({ id }: { readonly id: string }) {
  const { t } = useTranslation('admin');
  const client = useClient();
  const { error, busy, send } = useSending();
  const take = () =>
    void send(
      () => client.GET('/api/v1/data-requests/{id}/export', { params: { path: { id } } }),
      ({ data }) => {
        const file = new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' });
        const link = document.createElement('a');
        link.href = URL.createObjectURL(file);
        link.download = `data-request-${id}.json`;
        link.click();
        URL.revokeObjectURL(link.href);
      },
    );
  return (
    <section className="section">
      <h2>{t('requests.held')}</h2>
      <ErrorSummary error={error} />
      <div>
        <Button busy={busy} onClick={take}>
          {t('requests.export')}
        </Button>
      </div>
    </section>
  );
}

function Steps({ request }: { readonly request: DataRequest }) {
  const { t } = useTranslation('admin');
  const client = useClient();
  const params = { path: { id: request.id }, header: { 'If-Match': `"${request.revision}"` } };
  if (request.state === 'open') return <Decide request={request} />;
  if (request.state === 'closed') return null;
  return (
    <section className="section">
      <h2>{t('requests.carryOut')}</h2>
      <div className="actions">
        {request.kind === 'erasure' ? (
          <GraveButton
            label={t('requests.erase')}
            text={t('requests.eraseText')}
            send={() => client.POST('/api/v1/data-requests/{id}/erasure', { params })}
          />
        ) : (
          <GraveButton
            label={t('requests.close')}
            text={t('requests.closeText')}
            send={() => client.POST('/api/v1/data-requests/{id}/closing', { params })}
          />
        )}
      </div>
    </section>
  );
}

function Decide({ request }: { readonly request: DataRequest }) {
  const { t } = useTranslation(['admin', 'words']);
  const client = useClient();
  const [erasesPublicNames, setErases] = useState(false);
  const outcomes = ['granted', 'granted_in_part', 'refused'] as const;
  return (
    <section className="section">
      <h2>{t('requests.decide')}</h2>
      <RecordForm<Decision, { error?: unknown; response: Response }>
        record={null}
        initial={{ outcome: 'granted' }}
        fields={[
          {
            key: 'outcome',
            kind: 'choice',
            label: t('requests.decision'),
            choices: outcomes.map((value) => ({ value, label: t(`words:dataRequestOutcome.${value}`) })),
          },
          {
            key: 'reason',
            kind: 'area',
            label: t('audit.reason'),
            hint: t('requests.reasonHint'),
            optional: true,
          },
        ]}
        more={request.kind === 'erasure' ? { erasesPublicNames } : {}}
        send={(body) =>
          client.POST('/api/v1/data-requests/{id}/decision', {
            params: { path: { id: request.id }, header: { 'If-Match': `"${request.revision}"` } },
            body,
          })
        }
        action={t('requests.decide')}
      >
        {() =>
          request.kind === 'erasure' ? (
            <Checkbox
              label={t('requests.publicNames')}
              hint={t('requests.publicNamesHint')}
              checked={erasesPublicNames}
              onChange={({ target }) => setErases(target.checked)}
            />
          ) : null
        }
      </RecordForm>
    </section>
  );
}
