import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { NotFound } from '@/app/not-found';
import { Page } from '@/app/page';
import { useSession } from '@/app/session';
import { StaffFrame } from '@/staff/staff-frame';
import { ButtonLink } from '@/ui/button';
import { OwnCommitmentsPage } from './own-commitments-page';
import { ReportPage } from './report/report-page';

/** What an organisation that promised something works with: its commitments and the reports on them. */
export function PortalPages() {
  return (
    <StaffFrame>
      <PagesOfOrganisation />
    </StaffFrame>
  );
}

function PagesOfOrganisation() {
  const { account } = useSession();
  if (account.kind === 'staff') return <OfAnOrganisationOnly />;
  return (
    <Routes>
      <Route index element={<OwnCommitmentsPage />} />
      <Route path="reports/:id" element={<ReportPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

/** The administration owes nothing here, and has pages of its own. */
function OfAnOrganisationOnly() {
  const { t } = useTranslation('portal');
  return (
    <Page title={t('forbidden.title')} lead={t('forbidden.text')}>
      <div className="actions">
        <ButtonLink to="/staff" weight="main">
          {t('forbidden.toStaff')}
        </ButtonLink>
      </div>
    </Page>
  );
}
