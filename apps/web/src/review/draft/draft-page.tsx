import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { problemOf } from '@/api/problem';
import { Page } from '@/app/page';
import { useApi } from '@/app/services';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { SideBySide } from '@/ui/side-by-side';
import { Empty, Failure, Loaded, Skeleton } from '@/ui/states';
import { Name, Text, useText } from '@/ui/text';
import type { components } from '../../../.generated/schema';
import { DocumentChanges, WholeDocument } from '../changes/document-changes';
import type { AgreementDocument } from '../changes/parts';
import { JustDone, QueueBar } from '../queue/queue-bar';
import { AmendmentFacts } from './amendment-facts';
import { DraftDecision } from './draft-decision';
import { DraftEffects } from './draft-effects';
import { DraftGaps } from './draft-gaps';
import { DraftPeople } from './draft-people';
import { DraftSources } from './draft-sources';
import { RecordFiles } from './record-files';
import './draft.css';

export type Draft = components['schemas']['DraftResponse'];
export type AgreementRecord = components['schemas']['AgreementResponse'];

/** A version in the making, beside what it rests on: what changes, what backs it, what follows, and the decision. */
export function DraftPage() {
  const { t } = useTranslation(['review', 'words']);
  const text = useText();
  const { id = '' } = useParams();
  const api = useApi();
  const record = api.useQuery('get', '/api/v1/agreements/{id}', { params: { path: { id } } });
  const draft = api.useQuery('get', '/api/v1/agreements/{id}/draft', { params: { path: { id } } });
  const title = text(record.data?.title) || t('draft.untitled');

  if (problemOf(draft.error)?.status === 404 && record.data) {
    return (
      <Page title={t('draft.title', { title })} above={<QueueBar />}>
        <div className="stack">
          <JustDone />
          <Empty title={t('draft.none')}>
            <Link to={`/staff/agreements/${id}`}>{t('toRecord')}</Link>
          </Empty>
        </div>
      </Page>
    );
  }
  return (
    <Page
      wide
      title={t('draft.title', { title })}
      heading={
        <>
          {draft.data ? (
            <small className="review-kind">
              {t(`words:draftKind.${draft.data.kind as 'first'}`)} · {t('draft.version', { n: draft.data.n })}
            </small>
          ) : null}
          {record.data?.title ? <Text of={record.data.title} /> : title}
        </>
      }
      above={<QueueBar />}
      lead={
        record.data && draft.data ? (
          <>
            <Name>{record.data.reference}</Name>{' '}
            <Badge tone="attention">{t(`words:draftState.${draft.data.state as 'submitted'}`)}</Badge>
          </>
        ) : null
      }
      actions={<ButtonLink to={`/staff/agreements/${id}`}>{t('toRecord')}</ButtonLink>}
    >
      <div className="stack-loose">
        <JustDone />
        {record.isError ? <Failure error={record.error} onRetry={() => void record.refetch()} /> : null}
        <Loaded query={draft} lines={10}>
          {(open) => (record.data ? <OpenDraft draft={open} record={record.data} /> : <Skeleton lines={8} />)}
        </Loaded>
      </div>
    </Page>
  );
}

function OpenDraft({ draft, record }: { readonly draft: Draft; readonly record: AgreementRecord }) {
  const { t } = useTranslation(['review', 'words']);
  return (
    <>
      <SideBySide
        besideLabel={t('draft.beside')}
        main={
          <section className="section">
            <h2>{draft.baseVersion === null ? t('draft.whole') : t('draft.changes')}</h2>
            {draft.reason ? (
              <p>
                <span className="muted">{t('draft.reason')}</span> <Name>{draft.reason}</Name>
              </p>
            ) : null}
            <Changes draft={draft} />
          </section>
        }
        beside={
          <>
            {draft.amendment ? <AmendmentFacts agreementId={draft.id} amendment={draft.amendment} /> : null}
            <DraftSources draft={draft} />
            <RecordFiles agreementId={draft.id} />
            <DraftGaps completeness={draft.completeness} />
            <DraftPeople draft={draft} />
          </>
        }
      />
      <DraftEffects agreementId={draft.id} />
      <DraftDecision draft={draft} record={record} />
    </>
  );
}

/** What differs from the version it was opened on; of a first version, everything. */
function Changes({ draft }: { readonly draft: Draft }) {
  const after = draft.document;
  return draft.baseVersion === null ? (
    <WholeDocument document={after} level={3} withCitations={false} />
  ) : (
    <ChangesSince draft={draft} base={draft.baseVersion} after={after} />
  );
}

function ChangesSince({
  draft,
  base,
  after,
}: {
  readonly draft: Draft;
  readonly base: number;
  readonly after: AgreementDocument;
}) {
  const before = useApi().useQuery('get', '/api/v1/agreements/{id}/versions/{n}', {
    params: { path: { id: draft.id, n: base } },
  });
  return (
    <Loaded query={before} lines={8}>
      {({ document }) => <DocumentChanges differences={draft.changes} before={document} after={after} />}
    </Loaded>
  );
}
