import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { Empty } from '@/ui/states';
import type { components } from '../../../.generated/schema';
import { OrganisationName } from '../names';
import { Proposed } from './proposed';

export type ChangeRequest = components['schemas']['ChangeRequestResponse'];

/** Requests for a change, each with what it asks for and how it stands. */
export function RequestList({ requests }: { readonly requests: readonly ChangeRequest[] }) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  if (requests.length === 0) return <Empty title={t('requests.none')} />;
  return (
    <ul className="waiting">
      {requests.map((request) => (
        <li key={request.id}>
          <div className="waiting-what">
            <Link to={`/staff/review/requests/${request.id}`}>
              {t(`words:changeRequestWhat.${request.what}`)}: <Proposed request={request} />
            </Link>
            <small className="muted block">
              <OrganisationName id={request.organisationId} /> · {formatDay(request.askedOn, language)}
            </small>
          </div>
          <div className="waiting-age">
            <Badge tone={request.state === 'open' ? 'attention' : 'plain'}>
              {t(`words:changeRequestState.${request.state}`)}
            </Badge>
          </div>
        </li>
      ))}
    </ul>
  );
}
