import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { LANGUAGES, LANGUAGE_NAMES } from '@/app/languages';
import { Page } from '@/app/page';
import { useApi, useClient, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { RecordForm } from '@/records/record-form';
import { useIdempotencyKey } from '@/records/use-idempotency-key';
import { SelectField } from '@/ui/field';
import { useText } from '@/ui/text';
import type { components } from '../../../.generated/schema';

type Invitation = Pick<
  components['schemas']['InvestorInvitationRequest'],
  'email' | 'name' | 'office' | 'language'
>;

/** Somebody to prepare reports for the organisation: they write, and whoever represents it attests. */
export function InviteEditorPage() {
  const { t } = useTranslation('portal');
  const client = useClient();
  const navigate = useNavigate();
  const language = useLanguage();
  const keyOf = useIdempotencyKey();
  const { account } = useSession();
  const represented = account.grants.flatMap(({ role, scope }) =>
    role === 'investor_representative' && scope.organisationId ? [scope.organisationId] : [],
  );
  const [organisation, setOrganisation] = useState(represented[0] ?? '');
  return (
    <Page
      title={t('people.inviteTitle')}
      lead={t('people.inviteLead')}
      above={<Link to="/portal/people">{t('people.title')}</Link>}
    >
      <RecordForm
        record={null}
        initial={{ language }}
        fields={[
          { key: 'email', kind: 'email', label: t('people.email') },
          { key: 'name', kind: 'text', label: t('people.name'), maxLength: 200, optional: true },
          { key: 'office', kind: 'text', label: t('people.office'), maxLength: 200, optional: true },
          {
            key: 'language',
            kind: 'choice',
            label: t('people.language'),
            choices: LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
          },
        ]}
        send={(body: Invitation) =>
          client.POST('/api/v1/organisations/{id}/invitations', {
            params: { path: { id: organisation }, header: keyOf({ organisation, ...body }) },
            body: { ...body, role: 'investor_editor' },
          })
        }
        action={t('people.inviteAction')}
        onSaved={() => void navigate('/portal/people')}
        onCancel={() => void navigate('/portal/people')}
      >
        {() =>
          represented.length > 1 ? (
            <OrganisationChoice ids={represented} chosen={organisation} onChoose={setOrganisation} />
          ) : null
        }
      </RecordForm>
    </Page>
  );
}

function OrganisationChoice({
  ids,
  chosen,
  onChoose,
}: {
  readonly ids: readonly string[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  const { t } = useTranslation('portal');
  const text = useText();
  const organisations = useApi().useQuery('get', '/api/v1/organisations', {
    params: { query: { limit: 100 } },
  });
  const nameOf = (id: string) => {
    const found = organisations.data?.items.find((one) => one.id === id);
    return found ? text(found.names) : id;
  };
  return (
    <SelectField
      label={t('people.organisation')}
      choices={ids.map((value) => ({ value, label: nameOf(value) }))}
      value={chosen}
      onChange={({ target }) => onChoose(target.value)}
    />
  );
}
