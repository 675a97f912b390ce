import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { LANGUAGES, LANGUAGE_NAMES } from '@/app/languages';
import { useClient, useLanguage } from '@/app/services';
import { RecordForm } from '@/records/record-form';
import { useIdempotencyKey } from '@/records/use-idempotency-key';
import type { components } from '../../.generated/schema';
import { RecordFrame } from './record-frame';

type Invitation = components['schemas']['InvestorInvitationRequest'];

/** The invitation as the form asks for it: the mandate in its parts. */
interface InvitationForm extends Pick<Invitation, 'email' | 'name' | 'office' | 'language'> {
  readonly mandateTitle?: string | null;
  readonly letterDate?: string | null;
  readonly letterReference?: string | null;
}

/** Somebody to represent an organisation; a second officer confirms before the mail goes out. */
export function InviteRepresentativePage() {
  const { t } = useTranslation('people');
  const client = useClient();
  const navigate = useNavigate();
  const language = useLanguage();
  const { id = '' } = useParams();
  const keyOf = useIdempotencyKey();
  return (
    <RecordFrame list="organisations" title={t('invite.title')}>
      <p className="prose">{t('invite.lead')}</p>
      <RecordForm
        record={null}
        initial={{ language }}
        fields={[
          { key: 'email', kind: 'email', label: t('invite.email') },
          { key: 'name', kind: 'text', label: t('name'), maxLength: 200, optional: true },
          { key: 'office', kind: 'text', label: t('invite.office') },
          {
            key: 'language',
            kind: 'choice',
            label: t('invite.language'),
            choices: LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
          },
          {
            key: 'mandateTitle',
            kind: 'text',
            label: t('invite.document'),
            hint: t('invite.documentHint'),
            optional: true,
          },
          { key: 'letterDate', kind: 'date', label: t('invite.letter'), optional: true },
          { key: 'letterReference', kind: 'text', label: t('invite.letterReference'), optional: true },
        ]}
        send={(typed: InvitationForm) => {
          const body = bodyOf(typed);
          return client.POST('/api/v1/organisations/{id}/invitations', {
            params: { path: { id }, header: keyOf(body) },
            body,
          });
        }}
        action={t('invite.action')}
        onSaved={({ data }) => data && void navigate(`/staff/admin/invitations/${data.id}`)}
        onCancel={() => void navigate(`/staff/organisations/${id}`)}
      />
    </RecordFrame>
  );
}

function bodyOf({ mandateTitle, letterDate, letterReference, ...same }: InvitationForm): Invitation {
  const mandate = {
    ...(mandateTitle ? { document: { title: mandateTitle } } : {}),
    ...(letterDate ? { knownByLetterOf: { date: letterDate, reference: letterReference ?? null } } : {}),
  };
  return { ...same, ...(Object.keys(mandate).length > 0 ? { mandate } : {}) };
}
