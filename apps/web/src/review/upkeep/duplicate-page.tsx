import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { fieldErrorsOf } from '@/api/problem';
import { Page } from '@/app/page';
import { useApi, useLanguage, useRefresh } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { formatShare } from '@/formats/numbers';
import { offersOf } from '@/records/offers';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ChoiceGroup, SelectField, TextArea } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { DeadlineDate } from '@/ui/stated-date';
import { Empty, Loaded } from '@/ui/states';
import { Name, Text } from '@/ui/text';
import type { components } from '../../../.generated/schema';
import { Absent } from '../changes/field-values';
import { FigureAndAxes } from '../figures';
import { ActorName } from '../names';
import { JustDone, QueueBar } from '../queue/queue-bar';
import { useAfterDecision } from '../queue/use-queue';
import { Refusal } from '../refusal';
import './upkeep.css';

type Pair = components['schemas']['DuplicateOfAgreementResponse'];
type Decision = components['schemas']['DecideDuplicateRequest']['decision'];
type LinkKind = NonNullable<components['schemas']['DecideDuplicateRequest']['linkKind']>;

const DECISIONS: readonly Decision[] = ['different', 'linked', 'same'];
const LINK_KINDS: readonly LinkKind[] = ['same_project', 'continued_by', 'implemented_by', 'superseded_by'];

/** Two agreements that may be one, side by side, with what speaks for it. */
export function DuplicatePage() {
  const { t } = useTranslation('review');
  const { id = '', reference = '' } = useParams();
  const pairs = useApi().useQuery('get', '/api/v1/agreements/{id}/duplicates', { params: { path: { id } } });
  const pair = pairs.data?.items.find(
    ({ agreementA, agreementB }) => agreementA.reference === reference || agreementB.reference === reference,
  );
  return (
    <Page title={t('duplicate.title')} lead={t('duplicate.lead')} above={<QueueBar />}>
      <div className="stack-loose">
        <JustDone />
        <Loaded query={pairs}>
          {() =>
            pair ? (
              <OnePair key={reference} pair={pair} />
            ) : (
              <Empty title={t('duplicate.gone')}>
                <Link to={`/staff/agreements/${id}`}>{t('toRecord')}</Link>
              </Empty>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

function OnePair({ pair }: { readonly pair: Pair }) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const { agreementA, agreementB, reasons, score, decision } = pair;
  return (
    <>
      <p className="row">
        <span>{t('duplicate.score', { share: formatShare(score / 100, language) })}</span>
        {reasons.map(({ code, names }) => (
          <Badge key={code} tone="attention">
            <Text of={names} />
          </Badge>
        ))}
      </p>
      <div className="pair">
        <Member id={agreementA.id} label={t('duplicate.first')} />
        <Member id={agreementB.id} label={t('duplicate.second')} />
      </div>
      {decision ? (
        <Notice title={t(`words:duplicateDecision.${decision.decision}`)}>
          <p>
            <Name>{decision.reason}</Name>
          </p>
          <small className="muted block">
            <ActorName actor={decision.decidedBy} /> · {formatDay(decision.decidedOn, language)}
          </small>
        </Notice>
      ) : null}
      {offersOf(pair).allows('decide') ? (
        <Decide pair={pair} />
      ) : (
        <Notice title={offersOf(pair).hindrance('decide')} />
      )}
    </>
  );
}

/** One of the two, in the facts by which they are told apart. */
function Member({ id, label }: { readonly id: string; readonly label: string }) {
  const { t } = useTranslation(['review', 'words']);
  const query = useApi().useQuery('get', '/api/v1/agreements/{id}', { params: { path: { id } } });
  return (
    <section className="member">
      <p className="muted small">{label}</p>
      <Loaded query={query} lines={5}>
        {({ title, reference, signing, instrumentType, parties, commitments }) => (
          <>
            <h2>
              <Link to={`/staff/agreements/${id}`}>
                <Text of={title} />
              </Link>
            </h2>
            <p>
              <Name>{reference}</Name>
              {instrumentType ? (
                <> · {t(`words:instrumentType.${instrumentType as 'investment_convention'}`)}</>
              ) : null}
            </p>
            <p>
              {t('words:field.signedOn')}:{' '}
              {signing.date ? <DeadlineDate date={signing.date} /> : <Absent because={signing.dateAbsence} />}
            </p>
            <h3>{t('words:field.parties')}</h3>
            <ul>
              {parties.map((party) => (
                <li key={party.id}>
                  <Text of={party.names} />
                </li>
              ))}
            </ul>
            <h3>{t('words:field.commitments')}</h3>
            <ul>
              {commitments.map((commitment) => (
                <li key={commitment.id}>
                  <Text of={commitment.title} />
                  {commitment.quantity ? (
                    <div>
                      <FigureAndAxes of={commitment.quantity} />
                    </div>
                  ) : null}
                  {commitment.deadline ? <DeadlineDate date={commitment.deadline} /> : null}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}

function Decide({ pair }: { readonly pair: Pair }) {
  const { t } = useTranslation(['review', 'words']);
  const refresh = useRefresh();
  const afterDecision = useAfterDecision();
  const api = useApi();
  const me = api.useQuery('get', '/api/v1/me').data;
  const [decision, setDecision] = useState<Decision | ''>('');
  const [linkKind, setLinkKind] = useState<LinkKind>('same_project');
  const [reversed, setReversed] = useState('no');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const decide = api.useMutation('post', '/api/v1/duplicates/decisions');
  if (me && !me.permissions.includes('duplicate.decide')) return <p>{t('contradiction.notYours')}</p>;
  const errors = fieldErrorsOf(decide.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!decision || !reason.trim()) return;
    const [first, second] =
      reversed === 'yes' ? [pair.agreementB, pair.agreementA] : [pair.agreementA, pair.agreementB];
    decide.mutate(
      {
        body: {
          agreementA: first.id,
          agreementB: second.id,
          decision,
          linkKind: decision === 'linked' ? linkKind : null,
          reason: reason.trim(),
          replaces: pair.decision?.id ?? null,
        },
      },
      {
        onSuccess: () =>
          void afterDecision({ said: t('duplicate.done') }, `/staff/agreements/${pair.agreementA.id}`),
      },
    );
  };
  return (
    <section className="section">
      <h2>{t('decision.title')}</h2>
      <form className="decision" noValidate onSubmit={send}>
        <Refusal error={decide.error} onReadAgain={() => refresh().then(() => decide.reset())} />
        <ChoiceGroup
          field="decision"
          label={t('duplicate.question')}
          hint={t('duplicate.nothingRemoved')}
          error={asked && !decision ? t('contradiction.chooseOne') : (errors.get('decision') ?? null)}
          chosen={[decision]}
          onChange={([one]) => setDecision(one as Decision)}
          choices={DECISIONS.map((value) => ({
            value,
            label: t(`words:duplicateDecision.${value}`),
            hint: t(`duplicate.means.${value}`),
          }))}
        />
        {decision === 'linked' ? (
          <>
            <SelectField
              field="linkKind"
              label={t('duplicate.how')}
              error={errors.get('linkKind') ?? null}
              value={linkKind}
              onChange={({ target }) => setLinkKind(target.value as LinkKind)}
              choices={LINK_KINDS.map((value) => ({ value, label: t(`words:linkKind.${value}`) }))}
            />
            <ChoiceGroup
              label={t('duplicate.direction')}
              chosen={[reversed]}
              onChange={([one]) => setReversed(one ?? 'no')}
              choices={[
                { value: 'no', label: t('duplicate.firstToSecond') },
                { value: 'yes', label: t('duplicate.secondToFirst') },
              ]}
            />
          </>
        ) : null}
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
