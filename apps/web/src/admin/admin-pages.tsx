import { Route, Routes } from 'react-router';
import { NotFound } from '@/app/not-found';
import { AccountRecordPage } from './account-record-page';
import { AccountsPage } from './accounts-page';
import { AdminHome } from './admin-home';
import { AnnounceHolidayPage, HolidayPage } from './holiday-pages';
import { AuditEntryPage } from './audit-entry-page';
import { AuditPage } from './audit-page';
import { CheckpointsPage } from './checkpoints-page';
import { DataRequestPage } from './data-request-page';
import { DataRequestsPage, NewDataRequestPage } from './data-requests-page';
import { FindingsPage } from './findings-page';
import { HealthPage } from './health-page';
import { HolidaysPage } from './holidays-page';
import { IndicatorPage, IndicatorsPage } from './indicators-page';
import { RecordFigurePage } from './record-figure-page';
import { InvitationRecordPage } from './invitation-record-page';
import { InvitationsPage } from './invitations-page';
import { InviteStaffPage } from './invite-staff-page';
import { MailsPage } from './mails-page';
import { NewPositionPage, PositionPage } from './position-page';
import { PositionsPage } from './positions-page';
import { NewProcessingPage, ProcessingPage, ProcessingsPage, RetentionPage } from './processings-pages';
import { VerificationPage } from './verification-page';
import { VerificationsPage } from './verifications-page';
import { ReferenceListPage, ReferenceRecordPage } from './reference-pages';

/** What keeps the register running: who works in it, what they find in it, and the proof of what was done. */
export function AdminPages() {
  return (
    <Routes>
      <Route path="admin" element={<AdminHome />} />
      <Route path="admin/accounts" element={<AccountsPage />} />
      <Route path="admin/accounts/:id" element={<AccountRecordPage />} />
      <Route path="admin/invitations" element={<InvitationsPage />} />
      <Route path="admin/invitations/new" element={<InviteStaffPage />} />
      <Route path="admin/invitations/:id" element={<InvitationRecordPage />} />
      <Route path="admin/positions" element={<PositionsPage />} />
      <Route path="admin/positions/new" element={<NewPositionPage />} />
      <Route path="admin/positions/:id" element={<PositionPage />} />
      <Route path="admin/holidays" element={<HolidaysPage />} />
      <Route path="admin/holidays/new" element={<AnnounceHolidayPage />} />
      <Route path="admin/holidays/:id" element={<HolidayPage />} />
      <Route path="admin/regions" element={<ReferenceListPage kind="regions" />} />
      <Route path="admin/regions/:id" element={<ReferenceRecordPage kind="regions" key="regions" />} />
      <Route path="admin/sectors" element={<ReferenceListPage kind="sectors" />} />
      <Route path="admin/sectors/:id" element={<ReferenceRecordPage kind="sectors" key="sectors" />} />
      <Route path="admin/zones" element={<ReferenceListPage kind="zones" />} />
      <Route path="admin/zones/:id" element={<ReferenceRecordPage kind="zones" key="zones" />} />
      <Route path="admin/audit" element={<AuditPage />} />
      <Route path="admin/audit/:id" element={<AuditEntryPage />} />
      <Route path="admin/verifications" element={<VerificationsPage />} />
      <Route path="admin/verifications/:id" element={<VerificationPage />} />
      <Route path="admin/checkpoints" element={<CheckpointsPage />} />
      <Route path="admin/mails" element={<MailsPage />} />
      <Route path="admin/health" element={<HealthPage />} />
      <Route path="admin/findings" element={<FindingsPage />} />
      <Route path="admin/indicators" element={<IndicatorsPage />} />
      <Route path="admin/indicators/new" element={<RecordFigurePage />} />
      <Route path="admin/indicators/:id" element={<IndicatorPage />} />
      <Route path="admin/processings" element={<ProcessingsPage />} />
      <Route path="admin/processings/new" element={<NewProcessingPage />} />
      <Route path="admin/processings/:id" element={<ProcessingPage />} />
      <Route path="admin/retention" element={<RetentionPage />} />
      <Route path="admin/data-requests" element={<DataRequestsPage />} />
      <Route path="admin/data-requests/new" element={<NewDataRequestPage />} />
      <Route path="admin/data-requests/:id" element={<DataRequestPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
