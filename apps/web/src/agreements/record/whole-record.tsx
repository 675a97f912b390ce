import { useIsFetching } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
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

/** The parts of a record in the order of its paper form. */
const PARTS = [
  ['overview', OverviewTab],
  ['commitments', CommitmentsTab],
  ['conditions', ConditionsTab],
  ['timeline', TimelineTab],
  ['documents', DocumentsTab],
  ['sources', SourcesTab],
  ['links', LinksTab],
  ['history', HistoryTab],
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
        {PARTS.map(([part, Part]) => (
          <section key={part} className="record-part" aria-labelledby={`part-${part}`}>
            <h2 id={`part-${part}`}>{t(`tab.${part}`)}</h2>
            <Part agreement={agreement} />
          </section>
        ))}
      </div>
    </div>
  );
}
