import { useIsFetching } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ReportingTab } from '@/review/reporting/reporting-tab';
import { Button } from '@/ui/button';
import { asOfAddress } from '../as-of-address';
import type { Agreement } from './agreement-record';
import { CommitmentsTab } from './commitments-tab';
import { ConditionsTab } from './conditions-tab';
import { DocumentsTab } from './documents-tab';
import { HistoryTab } from './history-tab';
import { LinksTab } from './links-tab';
import { OverviewTab } from './overview-tab';
import { SourcesTab } from './sources-tab';
import { TimelineTab } from './timeline-tab';

/** The parts of a record in the order of its paper form, and whether a part has its name as heading itself. */
const PARTS = [
  { part: 'overview', Part: OverviewTab, isNamed: false },
  { part: 'commitments', Part: CommitmentsTab, isNamed: false },
  { part: 'reporting', Part: ReportingTab, isNamed: true },
  { part: 'conditions', Part: ConditionsTab, isNamed: true },
  { part: 'timeline', Part: TimelineTab, isNamed: true },
  { part: 'documents', Part: DocumentsTab, isNamed: true },
  { part: 'sources', Part: SourcesTab, isNamed: true },
  { part: 'links', Part: LinksTab, isNamed: false },
  { part: 'history', Part: HistoryTab, isNamed: false },
] as const;

/** The whole record in one document for paper: every part, and nothing to press in it. */
export function WholeRecord({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const isLoading = useIsFetching() > 0;
  return (
    <div className="stack-loose">
      <div className="row no-print">
        <Button weight="main" busy={isLoading} onClick={() => window.print()}>
          {t('record.printNow')}
        </Button>
        <Link to={`/staff/agreements/${agreement.id}${asOfAddress(agreement.asOf)}`}>
          {t('record.toTabs')}
        </Link>
      </div>
      <div className="record-whole">
        {PARTS.map(({ part, Part, isNamed }) => (
          <div key={part} className="record-part">
            {isNamed ? null : <h2>{t(`tab.${part}`)}</h2>}
            <Part agreement={agreement} />
          </div>
        ))}
      </div>
    </div>
  );
}
