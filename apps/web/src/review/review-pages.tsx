import { Route, Routes } from 'react-router';
import { NotFound } from '@/app/not-found';
import { CommitmentPage } from './commitment/commitment-page';
import { DraftPage } from './draft/draft-page';
import { QueuePage } from './queue/queue-page';
import { ReportPage } from './reports/report-page';
import { ReportsPage } from './reports/reports-page';
import { WriteReportPage } from './reports/write-report-page';
import { RequestPage } from './requests/request-page';
import { RequestsPage } from './requests/requests-page';
import { ConditionsPage } from './steps/conditions-page';
import { PublicationPage } from './steps/publication-page';
import { StepPage } from './steps/step-page';
import { StepsPage } from './steps/steps-page';
import { ContradictionPage } from './upkeep/contradiction-page';
import { DuplicatePage } from './upkeep/duplicate-page';
import { FindingsPage } from './upkeep/findings-page';

/** Whatever somebody decides about what others wrote: versions, steps, promises, reports, sources that disagree. */
export function ReviewPages() {
  return (
    <Routes>
      <Route path="review" element={<QueuePage />} />
      <Route path="review/requests" element={<RequestsPage />} />
      <Route path="review/requests/:id" element={<RequestPage />} />
      <Route path="review/findings" element={<FindingsPage />} />
      <Route path="review/contradictions/:id/:contradictionId" element={<ContradictionPage />} />
      <Route path="review/duplicates/:id/:reference" element={<DuplicatePage />} />
      <Route path="review/:code" element={<QueuePage />} />
      <Route path="agreements/:id/review" element={<DraftPage />} />
      <Route path="agreements/:id/steps" element={<StepsPage />} />
      <Route path="agreements/:id/steps/conditions" element={<ConditionsPage />} />
      <Route path="agreements/:id/steps/publication" element={<PublicationPage />} />
      <Route path="agreements/:id/steps/:action" element={<StepPage />} />
      <Route path="reports" element={<ReportsPage />} />
      <Route path="reports/:id" element={<ReportPage />} />
      <Route path="reports/:id/write" element={<WriteReportPage />} />
      <Route path="commitments/:id" element={<CommitmentPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
