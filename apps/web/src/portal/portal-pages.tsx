import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { NotFound } from '@/app/not-found';
import { Page } from '@/app/page';
import { useSession } from '@/app/session';
import { StaffFrame } from '@/staff/staff-frame';
import { ButtonLink } from '@/ui/button';
import { CommitmentReportsPage } from './commitment-reports-page';
import { OwnCommitmentsPage } from './own-commitments-page';
import { InviteEditorPage } from './people/invite-editor-page';
import { PeoplePage } from './people/people-page';
import { NoticePage } from './replies/notice-page';
import { NoticesPage } from './replies/notices-page';
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
  const { account, can } = useSession();
  if (account.kind === 'staff') return <OfAnOrganisationOnly />;
  return (
    <Routes>
      <Route index element={<OwnCommitmentsPage />} />
      <Route path="commitments/:id" element={<CommitmentReportsPage />} />
      <Route path="reports/:id" element={<ReportPage />} />
      <Route path="notices" element={<NoticesPage />} />
      <Route path="notices/:id" element={<NoticePage />} />
      {can('invitation.read') ? <Route path="people" element={<PeoplePage />} /> : null}
      {can('invitation.issue') ? <Route path="people/invite" element={<InviteEditorPage />} /> : null}
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
