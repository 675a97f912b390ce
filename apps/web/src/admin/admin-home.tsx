import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '@/app/page';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatList } from '@/formats/lists';
import { Badge } from '@/ui/badge';
import { Loaded } from '@/ui/states';
import { useText } from '@/ui/text';
import type { components } from '../../.generated/schema';
import './admin.css';

type Setup = components['schemas']['SetupResponse'];

/** Places of the administration by group, each with the permission without which it shows nothing. */
const PLACES = {
  people: [
    ['accounts', 'account.read'],
    ['invitations', 'invitation.read'],
    ['positions', 'position.read'],
  ],
  country: [
    ['holidays', 'reference.read'],
    ['regions', 'reference.read'],
    ['zones', 'reference.read'],
    ['sectors', 'reference.read'],
    ['indicators', 'indicator.read'],
  ],
  data: [
    ['data-requests', 'data_request.read'],
    ['processings', 'processing.read'],
    ['retention', 'processing.read'],
  ],
  proof: [
    ['audit', 'audit.read'],
    ['verifications', 'audit_verification.read'],
    ['checkpoints', 'self'],
    ['findings', 'finding.read'],
    ['mails', 'outbox.read'],
    ['health', 'self'],
  ],
} as const;
const GROUPS = ['people', 'country', 'data', 'proof'] as const;

/** What is still to be set up, and where everything is. */
export function AdminHome() {
  const { t } = useTranslation('admin');
  const { can } = useSession();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="stack-loose">
        {can('setup.read') ? <SetupChecklist /> : null}
        <div className="admin-places">
          {GROUPS.map((group) => {
            const open = PLACES[group].filter(([, permission]) => can(permission));
            return open.length === 0 ? null : (
              <section key={group}>
                <h2>{t(`group.${group}`)}</h2>
                <ul>
                  {open.map(([place]) => (
                    <li key={place}>
                      <Link to={`/staff/admin/${place}`}>{t(`place.${place}`)}</Link>
                      <small className="muted">{t(`placeText.${place}`)}</small>
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </div>
      </div>
    </Page>
  );
}

function SetupChecklist() {
  const { t } = useTranslation('admin');
  const query = useApi().useQuery('get', '/api/v1/setup');
  return (
    <section className="section">
      <h2>{t('setup.title')}</h2>
      <Loaded query={query}>{(setup) => <Checks setup={setup} />}</Loaded>
    </section>
  );
}

function Checks({ setup }: { readonly setup: Setup }) {
  const { t } = useTranslation('admin');
  const text = useText();
  const language = useLanguage();
  const { rolesNobodyHolds, vacantPositions, secondFactor, demonstrationAccounts, publicUrlIsPlainHttp } =
    setup;
  const named = (each: readonly { readonly names: Setup['vacantPositions'][number]['names'] }[]) =>
    formatList(
      each.map(({ names }) => text(names)),
      language,
    );
  return (
    <ul className="admin-checks">
      <Check done={rolesNobodyHolds.length === 0} fine={t('setup.rolesFine')}>
        {t('setup.roles', { names: named(rolesNobodyHolds) })}{' '}
        <Link to="/staff/admin/invitations/new">{t('setup.invite')}</Link>
      </Check>
      <Check done={vacantPositions.length === 0} fine={t('setup.positionsFine')}>
        {t('setup.positions', { names: named(vacantPositions) })}{' '}
        <Link to="/staff/admin/positions?held=false">{t('setup.toPositions')}</Link>
      </Check>
      <Check done={secondFactor.missing === 0} fine={t('setup.factorFine', { count: secondFactor.asked })}>
        {t('setup.factor', { count: secondFactor.missing })}
      </Check>
      <Check done={demonstrationAccounts === 0} fine={t('setup.demonstrationFine')}>
        {t('setup.demonstration', { count: demonstrationAccounts })}
      </Check>
      <Check done={!publicUrlIsPlainHttp} fine={t('setup.addressFine')}>
        {t('setup.address')}
      </Check>
    </ul>
  );
}

interface CheckProps {
  readonly done: boolean;
  /** What is said once it is done. */
  readonly fine: string;
  readonly children: ReactNode;
}

function Check({ done, fine, children }: CheckProps) {
  const { t } = useTranslation('admin');
  return (
    <li>
      <span>
        <Badge tone={done ? 'good' : 'attention'}>{t(done ? 'setup.done' : 'setup.open')}</Badge>
      </span>
      <span>{done ? fine : children}</span>
    </li>
  );
}
