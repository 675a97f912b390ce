import { Route, Routes } from 'react-router';
import { NotFound } from '@/app/not-found';
import { AccountRecordPage } from './account-record-page';
import { AccountsPage } from './accounts-page';
import { AdminHome } from './admin-home';
import { AnnounceHolidayPage, HolidayPage } from './holiday-pages';
import { HolidaysPage } from './holidays-page';
import { InvitationRecordPage } from './invitation-record-page';
import { InvitationsPage } from './invitations-page';
import { InviteStaffPage } from './invite-staff-page';
import { NewPositionPage, PositionPage } from './position-page';
import { PositionsPage } from './positions-page';

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
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
