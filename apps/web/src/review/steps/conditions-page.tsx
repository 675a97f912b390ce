import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { fieldErrorsOf } from '@/api/problem';
import { Page } from '@/app/page';
import { useApi, useLanguage, useRefresh } from '@/app/services';
import { formatDay, readStated } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { TextArea, TextField } from '@/ui/field';
import { Stated } from '@/ui/stated-date';
import { Empty, Loaded, Skeleton } from '@/ui/states';
import { Name, Text, useText } from '@/ui/text';
import type { components } from '../../../.generated/schema';
import type { AgreementRecord } from '../draft/draft-page';
import { ActorName, SourceName } from '../names';
import { JustDone, QueueBar } from '../queue/queue-bar';
import { Refusal } from '../refusal';
import './steps.css';

type Condition = components['schemas']['ConditionResponse'];
type Action = components['schemas']['DecideConditionRequest']['action'];

/** What may be done with a condition in each state. */
const ACTIONS: Readonly<Record<Condition['state'], readonly Action[]>> = {
  open: ['tick', 'waive'],
  ticked: ['reopen'],
  waived: ['reopen'],
};
const TONES = { open: 'attention', ticked: 'good', waived: 'plain' } as const;
/** Conditions matter until the agreement takes effect. */
const BEFORE_FORCE: readonly string[] = ['announced', 'under_negotiation', 'signed'];

/** What must happen before an agreement takes effect. */
export function ConditionsPage() {
  const { t } = useTranslation(['review', 'words']);
  const text = useText();
  const { id = '' } = useParams();
  const api = useApi();
  const record = api.useQuery('get', '/api/v1/agreements/{id}', { params: { path: { id } } });
  const conditions = api.useQuery('get', '/api/v1/agreements/{id}/conditions', {
    params: { path: { id }, query: { limit: 100 } },
  });
  return (
    <Page
      title={`${t('words:field.conditions')} · ${text(record.data?.title)}`}
      heading={t('words:field.conditions')}
      above={<QueueBar />}
      lead={
        record.data ? (
          <>
            <Link to={`/staff/agreements/${id}`}>
              <Text of={record.data.title} />
            </Link>{' '}
            <Name>{record.data.reference}</Name>
          </>
        ) : null
      }
    >
      <div className="stack-loose">
        <JustDone />
        <p className="prose">{t('conditions.lead')}</p>
        <Loaded query={conditions} lines={4}>
          {({ items }) => {
            if (!record.data) return <Skeleton />;
            return (
              <>
                {items.length === 0 ? <Empty title={t('conditions.none')} /> : null}
                {items.map((condition) => (
                  <OneCondition key={condition.id} record={record.data} condition={condition} />
                ))}
                <RecordCondition record={record.data} />
              </>
            );
          }}
        </Loaded>
      </div>
    </Page>
  );
}

function useMay(record: AgreementRecord, permission: string): boolean {
  const me = useApi().useQuery('get', '/api/v1/me').data;
  return BEFORE_FORCE.includes(record.legalState ?? '') && (me?.permissions.includes(permission) ?? false);
}

function OneCondition({
  record,
  condition,
}: {
  readonly record: AgreementRecord;
  readonly condition: Condition;
}) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const refresh = useRefresh();
  const mayDecide = useMay(record, 'condition.decide');
  const [action, setAction] = useState<Action | null>(null);
  const { number, text, due, state, decidedOn, decidedBy, reason, sourceId, recordedOn } = condition;
  return (
    <section className="section becomes-public">
      <h2>
        <small className="muted">{t('queue.condition', { number })}</small>{' '}
        <Badge tone={TONES[state]}>{t(`words:conditionState.${state}`)}</Badge>
      </h2>
      <p>
        <Text of={text} />
      </p>
      <p className="muted">
        {due ? (
          <>
            {t('conditions.due')} <Stated date={readStated(due)} /> ·{' '}
          </>
        ) : null}
        {t('steps.recorded', { day: formatDay(recordedOn, language) })}
      </p>
      {decidedOn && decidedBy ? (
        <p>
          {t('conditions.decided', { day: formatDay(decidedOn, language) })} · <ActorName actor={decidedBy} />
          {reason ? (
            <>
              {' '}
              · <Name>{reason}</Name>
            </>
          ) : null}
          {sourceId ? (
            <>
              {' '}
              · <SourceName id={sourceId} />
            </>
          ) : null}
        </p>
      ) : null}
      {mayDecide && action === null ? (
        <div className="actions no-print">
          {ACTIONS[state].map((one) => (
            <Button key={one} weight={one === 'tick' ? 'main' : 'plain'} onClick={() => setAction(one)}>
              {t(`words:conditionAction.${one}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {action ? (
        <DecideCondition
          record={record}
          condition={condition}
          action={action}
          onClose={() => setAction(null)}
          onDone={() => {
            setAction(null);
            void refresh();
          }}
        />
      ) : null}
    </section>
  );
}

function DecideCondition({
  record,
  condition,
  action,
  onClose,
  onDone,
}: {
  readonly record: AgreementRecord;
  readonly condition: Condition;
  readonly action: Action;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['review', 'words', 'ui']);
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const [on, setOn] = useState('');
  const [missing, setMissing] = useState(false);
  const decide = useApi().useMutation('post', '/api/v1/agreements/{id}/conditions/{conditionId}/decisions');
  const errors = fieldErrorsOf(decide.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (action !== 'tick' && !reason.trim()) return setMissing(true);
    decide.mutate(
      {
        params: {
          path: { id: record.id, conditionId: condition.id },
          header: { 'If-Match': `"${record.revision}"` },
        },
        body: { action, reason: reason.trim() || null, on: on || null },
      },
      { onSuccess: onDone },
    );
  };
  return (
    <form className="stack" noValidate onSubmit={send}>
      <Refusal error={decide.error} onReadAgain={() => refresh().then(() => decide.reset())} />
      {action === 'tick' ? (
        <TextField
          field="on"
          type="date"
          label={t('conditions.metOn')}
          hint={t('step.dayHint')}
          optional
          error={errors.get('on') ?? null}
          value={on}
          onChange={({ target }) => setOn(target.value)}
        />
      ) : null}
      <TextArea
        field="reason"
        label={t('decision.reason')}
        optional={action === 'tick'}
        error={missing && !reason.trim() ? t('decision.reasonMissing') : (errors.get('reason') ?? null)}
        value={reason}
        maxLength={4000}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="actions">
        <Button type="submit" weight="main" busy={decide.isPending}>
          {t(`words:conditionAction.${action}`)}
        </Button>
        <Button weight="quiet" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
      </div>
    </form>
  );
}

function RecordCondition({ record }: { readonly record: AgreementRecord }) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const refresh = useRefresh();
  const mayRecord = useMay(record, 'condition.record');
  const [words, setWords] = useState('');
  const [due, setDue] = useState('');
  const add = useApi().useMutation('post', '/api/v1/agreements/{id}/conditions');
  if (!mayRecord) return null;
  const errors = fieldErrorsOf(add.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      {
        params: { path: { id: record.id }, header: { 'If-Match': `"${record.revision}"` } },
        body: { text: { [language]: words.trim() }, due: due.trim() ? { stated: due.trim() } : null },
      },
      {
        onSuccess: () => {
          setWords('');
          setDue('');
          void refresh();
        },
      },
    );
  };
  return (
    <section className="section">
      <h2>{t('conditions.record')}</h2>
      <form className="stack step-form" noValidate onSubmit={send}>
        <Refusal error={add.error} onReadAgain={() => refresh().then(() => add.reset())} />
        <TextArea
          field="text"
          label={t('conditions.text')}
          hint={t('conditions.textHint')}
          error={errors.get('text') ?? errors.get(`text.${language}`) ?? null}
          value={words}
          maxLength={4000}
          onChange={({ target }) => setWords(target.value)}
        />
        <TextField
          field="due.stated"
          label={t('conditions.due')}
          hint={t('step.statedHint')}
          optional
          error={errors.get('due.stated') ?? errors.get('due') ?? null}
          value={due}
          onChange={({ target }) => setDue(target.value)}
        />
        <div>
          <Button type="submit" busy={add.isPending}>
            {t('conditions.add')}
          </Button>
        </div>
      </form>
    </section>
  );
}
