import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { components } from '../../.generated/schema';
import { problemOf } from '@/api/problem';
import { Page } from '@/app/page';
import { useApi, useRefresh } from '@/app/services';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { TextArea, fieldId } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Skeleton } from '@/ui/states';
import { useText } from '@/ui/text';
import { Answers } from './answers';
import { DraftEffects } from './draft-effects';
import { useDraft } from './draft/draft-context';
import { fieldOfPath } from './draft/paths';
import { SavingLine } from './draft/saving-line';
import { addressOf } from './draft/sections';
import { useIdempotencyKey } from './pickers/use-idempotency-key';
import { useCommitmentName } from './sections/names';

type Gap = components['schemas']['GapResponse'];

/** Everything on one page before it is submitted: what is still empty, the gaps and their reasons, and all answers. */
export function CheckPage() {
  const { t } = useTranslation('logging');
  const say = useText();
  const { agreementId, state } = useDraft();
  const home = `/staff/agreements/${agreementId}/draft`;
  const isSaved = state.saving === 'saved';
  const preview = useApi().useQuery(
    'get',
    '/api/v1/agreements/{id}/draft/preview',
    { params: { path: { id: agreementId } } },
    { enabled: isSaved, retry: false, staleTime: 0, gcTime: 0, refetchOnWindowFocus: false },
  );
  const problem = problemOf(preview.error);
  const missing = problem?.errors ?? [];
  return (
    <Page
      title={t('check.title')}
      lead={t('check.lead')}
      above={
        <Link to={home}>
          <bdi>{say(state.content.document.title) || t('untitled')}</bdi>
        </Link>
      }
    >
      <div className="stack-loose">
        <SavingLine />
        {preview.isLoading && isSaved ? <Skeleton lines={2} /> : null}
        {missing.length > 0 ? (
          <Notice tone="late" title={t('check.missing', { count: missing.length })}>
            <ul>
              {missing.map(({ field, message }) => {
                const path = fieldOfPath(field, state.content);
                return (
                  <li key={`${field} ${message}`}>
                    <MissingLink home={home} path={path}>
                      {message}
                    </MissingLink>
                  </li>
                );
              })}
            </ul>
          </Notice>
        ) : null}
        <Answers />
        {preview.data && state.record.kind !== 'first' ? (
          <DraftEffects effects={preview.data.effects} />
        ) : null}
        <Submission hasMissing={missing.length > 0} />
      </div>
    </Page>
  );
}

function MissingLink({
  home,
  path,
  children,
}: {
  readonly home: string;
  readonly path: string;
  readonly children: string;
}) {
  const name = useFieldPlace();
  return (
    <Link to={`${home}/${addressOf(path)}#${fieldId(path)}`}>
      {name(path)}: {children}
    </Link>
  );
}

/** Where a field is, in words. */
function useFieldPlace(): (path: string) => string {
  const { t } = useTranslation('logging');
  const { document } = useDraft().state.content;
  const commitmentName = useCommitmentName();
  return (path) => {
    const part = /^(parties|signatories|commitments|citations)\[(\d+)\]/.exec(path);
    const number = Number(part?.[2]);
    switch (part?.[1]) {
      case 'parties':
        return t('partyNumber', { number: number + 1 });
      case 'signatories':
        return t('signatoryNumber', { number: number + 1 });
      case 'commitments':
        return commitmentName(number, document);
      case 'citations':
        return t('citationNumber', { number: number + 1 });
      case undefined:
      default:
        return t(`section.${addressOf(path) as 'instrument'}.title`);
    }
  };
}

/** The gaps, each to be filled or answered for, and the step itself. */
function Submission({ hasMissing }: { readonly hasMissing: boolean }) {
  const { t } = useTranslation('logging');
  const { agreementId, state, store } = useDraft();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [asked, setAsked] = useState(false);
  const idempotencyKey = useIdempotencyKey();
  const act = useApi().useMutation('post', '/api/v1/agreements/{id}/draft/transitions');
  const { record, saving } = state;
  const gaps = record.completeness.gaps.filter(({ acknowledged }) => acknowledged === null);
  const codes = [...new Set(gaps.map(({ gap }) => gap))];
  const reasonFor = (code: string) => (reasons[code]?.trim() || reasons['all']?.trim()) ?? '';
  const unanswered = codes.filter((code) => reasonFor(code) === '');
  const offer = record.allowedActions.find(({ action }) => action === 'submit');
  const ofGaps = offer?.code === 'gaps_unanswered';
  const hindrance =
    saving !== 'saved'
      ? t('check.notSaved')
      : hasMissing
        ? t('check.fillFirst')
        : offer && !offer.allowed && !ofGaps
          ? offer.reason
          : null;
  const submit = () => {
    setAsked(true);
    const first = unanswered[0];
    if (first !== undefined) {
      document.getElementById(fieldId(`gap.${first}`))?.focus();
      return;
    }
    const body = {
      action: 'submit' as const,
      acknowledgeGaps: codes.map((gap) => ({ gap, reason: reasonFor(gap) })),
    };
    act.mutate(
      {
        params: {
          path: { id: agreementId },
          header: {
            'If-Match': `"${record.revision}"`,
            'Idempotency-Key': idempotencyKey([body, record.revision]),
          },
        },
        body,
      },
      {
        onSuccess: () => {
          void store.refresh().then(async () => {
            await navigate(`/staff/agreements/${agreementId}/draft`);
            await refresh();
          });
        },
      },
    );
  };
  return (
    <section className="section">
      <h2>{codes.length > 0 ? t('check.gaps') : t('check.submit')}</h2>
      {codes.length > 0 ? <p className="prose muted">{t('check.gapsLead')}</p> : null}
      <ErrorSummary error={act.error} />
      {codes.length > 1 ? (
        <TextArea
          label={t('check.reasonForAll')}
          hint={t('check.reasonForAllHint')}
          optional
          dir="auto"
          rows={2}
          value={reasons['all'] ?? ''}
          onChange={({ currentTarget }) => setReasons({ ...reasons, all: currentTarget.value })}
        />
      ) : null}
      <ul className="gap-list">
        {codes.map((code) => (
          <li key={code} className="stack">
            <GapFields
              gaps={gaps.filter(({ gap }) => gap === code)}
              reason={reasons[code] ?? ''}
              optional={Boolean(reasons['all']?.trim())}
              error={asked && reasonFor(code) === '' ? t('check.reasonMissing') : null}
              onReason={(reason) => setReasons({ ...reasons, [code]: reason })}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button weight="main" busy={act.isPending} hindrance={hindrance} onClick={submit}>
          {t('check.submitNow')}
        </Button>
      </div>
      <p className="muted">
        {t(
          record.kind === 'clerical' || record.kind === 'completion' ? 'standing.nextShort' : 'standing.next',
        )}
      </p>
    </section>
  );
}

function GapFields({
  gaps,
  reason,
  optional,
  error,
  onReason,
}: {
  readonly gaps: readonly Gap[];
  readonly reason: string;
  readonly optional: boolean;
  readonly error: string | null;
  readonly onReason: (reason: string) => void;
}) {
  const { t } = useTranslation('logging');
  const { agreementId, state } = useDraft();
  const { document } = state.content;
  const commitmentName = useCommitmentName();
  const [first] = gaps;
  if (!first) return null;
  const linkOf = ({ gap, subjectId, field }: Gap) => {
    if (gap === 'signing_without_proof' || gap === 'figure_without_source') return 'sources';
    const at = document.commitments.findIndex(({ id }) => id === subjectId);
    const path = at < 0 ? field : `commitments[${at}].${field}`;
    return `${addressOf(path)}#${fieldId(path)}`;
  };
  return (
    <>
      <div className="row">
        <strong>{first.sentence}</strong>
        {first.gap === 'no_owner'
          ? null
          : gaps.map((one) => {
              const at = document.commitments.findIndex(({ id }) => id === one.subjectId);
              return (
                <Link key={one.subjectId ?? ''} to={`/staff/agreements/${agreementId}/draft/${linkOf(one)}`}>
                  {at < 0 ? t('check.fill') : t('check.fillIn', { name: commitmentName(at, document) })}
                </Link>
              );
            })}
      </div>
      <TextArea
        label={t('check.reason', { count: gaps.length })}
        field={`gap.${first.gap}`}
        error={error}
        optional={optional}
        dir="auto"
        rows={2}
        value={reason}
        onChange={({ currentTarget }) => onReason(currentTarget.value)}
      />
    </>
  );
}
