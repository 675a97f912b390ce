import { Route, Routes } from 'react-router';
import { NotFound } from '@/app/not-found';
import { StaffFrame } from '@/staff/staff-frame';
import { PasswordPage } from './password-page';
import { ProfilePage } from './profile-page';
import { SecondFactorPage } from './second-factor-page';
import { SessionsPage } from './sessions-page';
import { TokensPage } from './tokens-page';

/** The own account: who one is here, and with what one shows it. */
export function AccountPages() {
  return (
    <StaffFrame>
      <Routes>
        <Route index element={<ProfilePage />} />
        <Route path="password" element={<PasswordPage />} />
        <Route path="second-factor" element={<SecondFactorPage />} />
        <Route path="sessions" element={<SessionsPage />} />
        <Route path="tokens" element={<TokensPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </StaffFrame>
  );
}
