import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { fieldErrorsOf } from '@/api/problem';
import { Page } from '@/app/page';
import { useApi, useLanguage, useRefresh } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { offersOf } from '@/records/offers';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ChoiceGroup, TextArea } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Empty, Loaded } from '@/ui/states';
import { type Column, Table } from '@/ui/table';
import { Name, Text, useText } from '@/ui/text';
import type { components } from '../../../.generated/schema';
import { DayValue } from '../changes/field-values';
import { ActorName, nameOfSource } from '../names';
import { JustDone, QueueBar } from '../queue/queue-bar';
import { useAfterDecision } from '../queue/use-queue';
import { Refusal } from '../refusal';

type Contradiction = components['schemas']['ContradictionOfAgreementResponse'];
type Claim = Contradiction['claims'][number];

/** The register's own value has no citation; this stands for it among the choices. */
const OWN = 'own';

/** Sources that disagree on one field: what each says, and which one the register follows. */
export function ContradictionPage() {
  const { t } = useTranslation(['review', 'words']);
  const { id = '', contradictionId = '' } = useParams();
  const page = useApi().useQuery('get', '/api/v1/agreements/{id}/contradictions', {
    params: { path: { id }, query: { limit: 100 } },
  });
  const found = page.data?.items.find((one) => one.id === contradictionId);
  return (
    <Page
      title={t('contradiction.title')}
      heading={
        found
          ? `${t('contradiction.title')}: ${t(`words:citationField.${found.field as 'quantity'}`)}`
          : t('contradiction.title')
      }
      above={<QueueBar />}
      lead={
        found ? (
          <>
            <Link to={`/staff/agreements/${id}`}>
              <Text of={found.agreement.title} />
            </Link>{' '}
            <Name>{found.agreement.reference}</Name>
          </>
        ) : null
      }
    >
      <div className="stack-loose">
        <JustDone />
        <Loaded query={page}>
          {() =>
            found ? (
              <Claims key={found.id} agreementId={id} contradiction={found} />
            ) : (
              <Empty title={t('contradiction.gone')} />
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

function Claims({
  agreementId,
  contradiction,
}: {
  readonly agreementId: string;
  readonly contradiction: Contradiction;
}) {
  const { t } = useTranslation(['review', 'words']);
  const offers = offersOf(contradiction);
  const columns: readonly Column<Claim>[] = [
    {
      key: 'stated',
      heading: t('contradiction.says'),
      isRowHeading: true,
      cell: ({ stated, adopted }) => (
        <>
          <Name>{stated}</Name> {adopted ? <Badge tone="good">{t('contradiction.followed')}</Badge> : null}
        </>
      ),
    },
    {
      key: 'source',
      heading: t('words:field.source'),
      cell: ({ source, locator }) =>
        source ? (
          <>
            <a href={source.url} target="_blank" rel="noreferrer noopener">
              <Name>{nameOfSource(source)}</Name>
            </a>
            {source.publisher && source.title ? (
              <small className="muted block">
                <Name>{source.publisher}</Name>
              </small>
            ) : null}
            {locator ? (
              <small className="muted block">
                <Name>{locator}</Name>
              </small>
            ) : null}
          </>
        ) : (
          t('contradiction.register')
        ),
    },
    {
      key: 'readOn',
      heading: t('words:field.readOn'),
      cell: ({ source, readOn }) => (source ? <DayValue day={readOn} /> : null),
    },
  ];
  return (
    <>
      <Table
        caption={t('contradiction.claims')}
        columns={columns}
        rows={contradiction.claims}
        rowKey={({ citationId }) => citationId ?? OWN}
      />
      {contradiction.decision ? <Decided contradiction={contradiction} /> : null}
      {offers.allows('decide') ? (
        <Decide agreementId={agreementId} contradiction={contradiction} />
      ) : (
        <Notice title={offers.hindrance('decide')} />
      )}
    </>
  );
}

function Decided({ contradiction: { decision, claims } }: { readonly contradiction: Contradiction }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  if (!decision) return null;
  const followed = claims.find(({ citationId }) => citationId === decision.citationId);
  return (
    <Notice title={t('contradiction.decided')}>
      <p>
        {followed ? <Name>{followed.stated}</Name> : t('contradiction.register')} ·{' '}
        <Name>{decision.reason}</Name>
      </p>
      <small className="muted block">
        <ActorName actor={decision.decidedBy} /> · {formatDay(decision.decidedOn, language)}
      </small>
      {decision.draftNeeded ? <p>{t('contradiction.draftNeeded')}</p> : null}
    </Notice>
  );
}

function Decide({
  agreementId,
  contradiction,
}: {
  readonly agreementId: string;
  readonly contradiction: Contradiction;
}) {
  const { t } = useTranslation(['review', 'words']);
  const text = useText();
  const refresh = useRefresh();
  const afterDecision = useAfterDecision();
  const api = useApi();
  const me = api.useQuery('get', '/api/v1/me').data;
  const record = api.useQuery('get', '/api/v1/agreements/{id}', { params: { path: { id: agreementId } } });
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const decide = api.useMutation('post', '/api/v1/agreements/{id}/contradictions/decisions');
  if (me && !me.permissions.includes('contradiction.decide')) return <p>{t('contradiction.notYours')}</p>;
  const errors = fieldErrorsOf(decide.error);
  const { claims, subject, subjectId, field, decision } = contradiction;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!chosen || !reason.trim() || !record.data) return;
    decide.mutate(
      {
        params: { path: { id: agreementId }, header: { 'If-Match': `"${record.data.revision}"` } },
        body: {
          subject: subject as 'agreement',
          subjectId,
          field: field as 'quantity',
          adopt: chosen === OWN ? null : chosen,
          reason: reason.trim(),
          replaces: decision?.id ?? null,
        },
      },
      {
        onSuccess: () =>
          void afterDecision(
            {
              said: t('contradiction.done', { title: text(contradiction.agreement.title) }),
              links: [{ to: `/staff/agreements/${agreementId}`, name: t('toRecord') }],
            },
            null,
          ),
      },
    );
  };
  const own = claims.some(({ citationId }) => citationId === null);
  return (
    <section className="section">
      <h2>{t('decision.title')}</h2>
      <form className="decision" noValidate onSubmit={send}>
        <Refusal error={decide.error} onReadAgain={() => refresh().then(() => decide.reset())} />
        <ChoiceGroup
          field="adopt"
          label={t('contradiction.which')}
          error={asked && !chosen ? t('contradiction.chooseOne') : (errors.get('adopt') ?? null)}
          chosen={[chosen]}
          onChange={([one]) => setChosen(one ?? '')}
          choices={[
            ...claims.flatMap(({ citationId, stated, source }) =>
              citationId === null
                ? []
                : [{ value: citationId, label: stated, hint: source ? nameOfSource(source) : '' }],
            ),
            {
              value: OWN,
              label: t('contradiction.keep'),
              hint: own ? (claims.find(({ citationId }) => citationId === null)?.stated ?? '') : '',
            },
          ]}
        />
        <TextArea
          field="reason"
          label={t('decision.reason')}
          error={asked && !reason.trim() ? t('decision.reasonMissing') : (errors.get('reason') ?? null)}
          value={reason}
          maxLength={2000}
          onChange={({ target }) => setReason(target.value)}
        />
        <div>
          <Button type="submit" weight="main" busy={decide.isPending}>
            {t('contradiction.decide')}
          </Button>
        </div>
      </form>
    </section>
  );
}
