import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { fieldErrorsOf, isProblem } from '@/api/problem';
import { Page } from '@/app/page';
import { useApi, useRefresh } from '@/app/services';
import { Button, ButtonLink } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { ChoiceGroup, TextArea } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Loaded } from '@/ui/states';
import { Text } from '@/ui/text';
import { useIdempotencyKey } from './pickers/use-idempotency-key';

const KINDS = ['amendment', 'completion', 'rectification', 'clerical'] as const;
type ChangeKind = (typeof KINDS)[number];

/** Opens a draft on the current version: of which kind, and why. */
export function OpenDraftPage() {
  const { t } = useTranslation(['logging', 'words']);
  const { id = '' } = useParams();
  const record = useApi().useQuery('get', '/api/v1/agreements/{id}', { params: { path: { id } } });
  return (
    <Page
      title={t('open.title')}
      lead={t('open.lead')}
      above={
        <Link to={`/staff/agreements/${id}`}>
          <bdi>{record.data?.reference ?? t('draft.toRecord')}</bdi>
        </Link>
      }
    >
      <Loaded query={record}>
        {({ revision, draft, version, title }) =>
          draft ? (
            <Notice title={t('open.already')}>
              <ButtonLink to={`/staff/agreements/${id}/draft`}>{t('open.goOn')}</ButtonLink>
            </Notice>
          ) : version === null ? (
            <Notice tone="attention" title={t('open.noVersion')} />
          ) : (
            <>
              <p className="lead">
                <Text of={title} />
              </p>
              <OpenDraftForm id={id} revision={revision} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function OpenDraftForm({ id, revision }: { readonly id: string; readonly revision: number }) {
  const { t } = useTranslation(['logging', 'words']);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const idempotencyKey = useIdempotencyKey();
  const open = useApi().useMutation('post', '/api/v1/agreements/{id}/draft');
  const errors = fieldErrorsOf(open.error);
  const begin = () => {
    setAsked(true);
    if (!kind) return;
    const body = { kind, reason: reason.trim() || null };
    open.mutate(
      {
        params: {
          path: { id },
          header: { 'If-Match': `"${revision}"`, 'Idempotency-Key': idempotencyKey([body, revision]) },
        },
        body,
      },
      {
        onSuccess: () => {
          void refresh();
          void navigate(`/staff/agreements/${id}/draft`);
        },
      },
    );
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <ErrorSummary error={open.error} />
      {isProblem(open.error, 'record_is_stale') ? (
        <div>
          <Button onClick={() => void refresh()}>{t('open.readAgain')}</Button>
        </div>
      ) : null}
      <ChoiceGroup
        label={t('open.kind')}
        field="kind"
        error={errors.get('kind') ?? (asked && !kind ? t('open.kindMissing') : null)}
        choices={KINDS.map((value) => ({
          value,
          label: t(`words:draftKind.${value}`),
          hint: t(`kindExplained.${value}`),
        }))}
        chosen={kind ? [kind] : []}
        onChange={([chosen]) => setKind((chosen ?? null) as ChangeKind | null)}
      />
      <TextArea
        label={t('reasonOfVersion')}
        hint={t('reasonOfVersionHint')}
        field="reason"
        error={errors.get('reason') ?? null}
        optional
        dir="auto"
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <div>
        <Button type="submit" weight="main" busy={open.isPending}>
          {t('open.begin')}
        </Button>
      </div>
    </form>
  );
}
