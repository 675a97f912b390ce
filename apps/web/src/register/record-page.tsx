import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isProblem, problemOf } from '@/api/problem';
import { NotFound } from '@/app/not-found';
import { Page } from '@/app/page';
import { useServices } from '@/app/services';
import { Badge } from '@/ui/badge';
import { Failure, Skeleton } from '@/ui/states';
import { Name, Text, useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { agreementQuery } from './queries';
import type { AgreementRecord } from './queries';
import { RecordCitation } from './record-citation';
import { RecordFacts } from './record-facts';
import { RecordLinks } from './record-links';
import { RecordParties } from './record-parties';
import { RecordPromises } from './record-promises';
import { RecordSources } from './record-sources';
import { useStatusOf } from './status';

/** One published agreement: what was promised, by whom, by when, and where each fact was read. */
export function RecordPage() {
  const { t } = useTranslation('register');
  const { api } = useServices();
  const { reference = '' } = useParams();
  const record = useQuery(agreementQuery(api, reference));
  useStatusOf(record.error);
  if (record.data) return <Record record={record.data} />;
  if (problemOf(record.error)?.status === 404 || isProblem(record.error, 'not_found')) return <NotFound />;
  return (
    <Page title={record.error ? t('title') : reference} above={<Above />}>
      {record.error ? (
        <Failure error={record.error} onRetry={() => void record.refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </Page>
  );
}

function Above() {
  const { t } = useTranslation('register');
  return (
    <Link className="no-print" to="/">
      {t('record.above')}
    </Link>
  );
}

function Record({ record }: { readonly record: AgreementRecord }) {
  const { t } = useTranslation('register');
  const text = useText();
  const word = useWord();
  const name = text(record.title) || record.reference;
  return (
    <Page
      title={name}
      heading={<Text of={record.title} />}
      above={<Above />}
      description={t('record.description', { title: name, reference: record.reference })}
    >
      <div className="record">
        <div className="row record-marks">
          <strong>
            <Name>{record.reference}</Name>
          </strong>
          <span>{word('instrumentType', record.instrumentType)}</span>
          <Badge>{word('legalState', record.legalState)}</Badge>
          {record.badges.map((badge) => (
            <Badge key={badge} tone="attention">
              {word('badge', badge)}
            </Badge>
          ))}
        </div>
        {record.summary ? (
          <p className="prose">
            <Text of={record.summary} />
          </p>
        ) : null}
        <div className="record-columns">
          <div className="stack-loose record-main">
            <RecordPromises record={record} />
            <RecordParties record={record} />
            <RecordLinks record={record} />
            <RecordSources record={record} />
          </div>
          <aside className="record-aside stack-loose">
            <RecordFacts record={record} />
            <RecordCitation record={record} />
          </aside>
        </div>
      </div>
    </Page>
  );
}
