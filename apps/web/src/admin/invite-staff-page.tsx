import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LANGUAGES, LANGUAGE_NAMES } from '@/app/languages';
import { useClient, useLanguage } from '@/app/services';
import { RecordForm } from '@/records/record-form';
import { useIdempotencyKey } from '@/records/use-idempotency-key';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';
import { type DraftGrant, GrantsEditor, grantBodies } from './grants-editor';

type Invitation = components['schemas']['StaffInvitationRequest'];

/** A new member of staff: the address that the link goes to, and the roles. */
export function InviteStaffPage() {
  const { t } = useTranslation('admin');
  const client = useClient();
  const navigate = useNavigate();
  const language = useLanguage();
  const keyOf = useIdempotencyKey();
  const [grants, setGrants] = useState<readonly DraftGrant[]>([
    { role: 'officer', scope: { kind: 'country' } },
  ]);
  return (
    <AdminPage
      title={t('invite.title')}
      lead={t('invite.lead')}
      list={{ to: '/staff/admin/invitations', name: t('place.invitations') }}
    >
      <RecordForm
        record={null}
        initial={{ language }}
        fields={[
          { key: 'email', kind: 'email', label: t('accounts.email'), hint: t('invite.emailHint') },
          { key: 'name', kind: 'text', label: t('accounts.name'), maxLength: 200, optional: true },
          {
            key: 'language',
            kind: 'choice',
            label: t('accounts.language'),
            hint: t('invite.languageHint'),
            choices: LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
          },
        ]}
        more={{ grants: grantBodies(grants) }}
        send={(body: Invitation) =>
          client.POST('/api/v1/accounts/invitations', { params: { header: keyOf(body) }, body })
        }
        action={t('invite.action')}
        onSaved={({ data }) => data && void navigate(`/staff/admin/invitations/${data.id}`)}
        onCancel={() => void navigate('/staff/admin/invitations')}
      >
        {(errors) => <GrantsEditor grants={grants} onChange={setGrants} errors={errors} />}
      </RecordForm>
    </AdminPage>
  );
}
