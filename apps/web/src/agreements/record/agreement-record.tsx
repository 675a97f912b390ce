import { useTranslation } from 'react-i18next';
import { Link, Route, Routes, useMatch, useParams, useSearchParams } from 'react-router';
import { NotFound } from '@/app/not-found';
import { Page } from '@/app/page';
import { useApi } from '@/app/services';
import { ReportingTab } from '@/review/reporting/reporting-tab';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Failure, Skeleton } from '@/ui/states';
import { Tabs } from '@/ui/tabs';
import { Text, useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { components } from '../../../.generated/schema';
import { asOfAddress } from '../as-of-address';
import { LegalState } from '../legal-state';
import { AsOfBanner } from '../list/as-of';
import { useListAddress } from '../list/use-list-address';
import { ConditionsTab } from './conditions-tab';
import { CommitmentsTab } from './commitments-tab';
import { DocumentsTab } from './documents-tab';
import { HistoryTab } from './history-tab';
import { LinksTab } from './links-tab';
import { OverviewTab } from './overview-tab';
import { SourcesTab } from './sources-tab';
import { TimelineTab } from './timeline-tab';
import { WholeRecord } from './whole-record';
import './record.css';

export type Agreement = components['schemas']['AgreementResponse'];

/** One agreement with everything that is known of it; each tab is an address. */
export function AgreementRecord() {
  const { t } = useTranslation('agreements');
  const { id = '' } = useParams();
  const address = useListAddress();
  const asOf = address.get('asOf');
  const agreement = useApi().useQuery('get', '/api/v1/agreements/{id}', {
    params: { path: { id }, query: asOf ? { asOf } : {} },
  });
  if (agreement.data) return <Record of={agreement.data} />;
  return (
    <Page title={t('record.agreement')} above={<Link to="/staff/agreements">{t('title')}</Link>}>
      {agreement.isError ? (
        <Failure error={agreement.error} onRetry={() => void agreement.refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </Page>
  );
}

function Record({ of: agreement }: { readonly of: Agreement }) {
  const { t } = useTranslation('agreements');
  const text = useText();
  const word = useWord();
  const address = useListAddress();
  const isWhole = useMatch('/staff/agreements/:id/print') !== null;
  return (
    <Page
      title={text(agreement.title) || agreement.reference}
      heading={agreement.title ? <Text of={agreement.title} /> : agreement.reference}
      wide
      above={
        <>
          <span className="no-print">
            <Link to="/staff/agreements">{t('title')}</Link> ·{' '}
          </span>
          <bdi>{agreement.reference}</bdi>
          {agreement.instrumentType ? ` · ${word('instrumentType', agreement.instrumentType)}` : ''}
        </>
      }
      actions={
        isWhole ? null : (
          <ButtonLink to={`/staff/agreements/${agreement.id}/print${asOfAddress(agreement.asOf)}`}>
            {t('record.print')}
          </ButtonLink>
        )
      }
    >
      <div className="stack">
        <AsOfBanner asOf={agreement.asOf} onToday={() => address.change({ asOf: null })} />
        <p className="row">
          {agreement.legalState ? <LegalState state={agreement.legalState} /> : null}
          <Badge tone={agreement.published ? 'good' : 'plain'}>
            {t(agreement.published ? 'list.published' : 'list.unpublished')}
          </Badge>
          {agreement.badges.map(({ code, text: sentence }) => (
            <Badge key={code} tone="attention">
              {sentence}
            </Badge>
          ))}
        </p>
        {isWhole ? null : <RecordTabs agreement={agreement} />}
        <Routes>
          <Route index element={<OverviewTab agreement={agreement} />} />
          <Route path="commitments" element={<CommitmentsTab agreement={agreement} />} />
          <Route path="reporting" element={<ReportingTab agreement={agreement} />} />
          <Route path="timeline" element={<TimelineTab agreement={agreement} />} />
          <Route path="documents" element={<DocumentsTab agreement={agreement} />} />
          <Route path="sources" element={<SourcesTab agreement={agreement} />} />
          <Route path="links" element={<LinksTab agreement={agreement} />} />
          <Route path="history" element={<HistoryTab agreement={agreement} />} />
          <Route path="conditions" element={<ConditionsTab agreement={agreement} />} />
          <Route path="print" element={<WholeRecord agreement={agreement} />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </div>
    </Page>
  );
}

const TABS = [
  ...(['commitments', 'reporting', 'timeline', 'documents', 'sources', 'links', 'history'] as const),
  'conditions',
] as const;

function RecordTabs({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const [search] = useSearchParams();
  const base = `/staff/agreements/${agreement.id}`;
  const asOf = search.get('asOf');
  const end = asOf ? `?asOf=${asOf}` : '';
  return (
    <Tabs
      label={t('record.parts')}
      tabs={[
        { to: `${base}${end}`, name: t('tab.overview'), end: true },
        ...TABS.map((tab) => ({ to: `${base}/${tab}${end}`, name: t(`tab.${tab}`) })),
      ]}
    />
  );
}
