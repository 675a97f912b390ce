import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi, useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { ButtonLink } from '@/ui/button';
import { Fact, Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { DeadlineDate } from '@/ui/stated-date';
import { Loaded } from '@/ui/states';
import { Name, Text, useText } from '@/ui/text';
import { Absent } from '../changes/field-values';
import type { AgreementRecord } from '../draft/draft-page';
import { JustDone, QueueBar } from '../queue/queue-bar';
import { StepHistory } from './step-history';
import { LEGAL_ACTIONS, type LegalAction } from './step-form';
import './steps.css';

/** The legal life of an agreement: where it stands, what may follow now, and what was done. */
export function StepsPage() {
  const { t } = useTranslation(['review', 'words']);
  const text = useText();
  const { id = '' } = useParams();
  const record = useApi().useQuery('get', '/api/v1/agreements/{id}', { params: { path: { id } } });
  return (
    <Page
      title={t('steps.title', { title: text(record.data?.title) })}
      heading={t('words:field.steps')}
      above={<QueueBar />}
      lead={
        record.data ? (
          <>
            <Link to={`/staff/agreements/${id}`}>
              <Text of={record.data.title} />
            </Link>{' '}
            <Name>{record.data.reference}</Name>
          </>
        ) : null
      }
    >
      <Loaded query={record} lines={8}>
        {(agreement) => (
          <div className="stack-loose">
            <JustDone />
            <Standing record={agreement} />
            <Offers record={agreement} />
            <section className="section">
              <h2>{t('steps.history')}</h2>
              <StepHistory agreementId={agreement.id} />
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Standing({ record }: { readonly record: AgreementRecord }) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const { legalState, legalStateSince, suspension, proposals, published } = record;
  return (
    <section className="section">
      <h2>{t('steps.standing')}</h2>
      <Facts>
        <Fact name={t('words:field.legalState')}>
          {legalState ? t(`words:legalState.${legalState as 'signed'}`) : <Absent because="unknown" />}
        </Fact>
        <Fact name={t('words:field.legalStateSince')}>
          {legalStateSince ? <DeadlineDate date={legalStateSince} /> : <Absent />}
        </Fact>
        {suspension ? (
          <>
            <Fact name={t('steps.suspendedFrom')}>{formatDay(suspension.from, language)}</Fact>
            <Fact name={t('step.expectedEnd')}>
              {suspension.expectedEnd ? formatDay(suspension.expectedEnd, language) : <Absent />}
            </Fact>
          </>
        ) : null}
        <Fact name={t('words:field.published')}>{published ? t('yes') : t('no')}</Fact>
      </Facts>
      {proposals.map((proposal) => (
        <Notice key={proposal} tone="attention" title={t('steps.proposed')}>
          <Link to={proposal}>{t(`words:legalAction.${proposal}`)}</Link>
        </Notice>
      ))}
    </section>
  );
}

function Offers({ record }: { readonly record: AgreementRecord }) {
  const { t } = useTranslation(['review', 'words']);
  const offers = record.allowedActions.filter(({ action }) => LEGAL_ACTIONS.includes(action as LegalAction));
  const notFromHere = offers.filter(({ code }) => code === 'action_not_possible');
  const fromHere = offers.filter((offer) => !notFromHere.includes(offer));
  const steps = [...fromHere].sort((one, other) => Number(other.allowed) - Number(one.allowed));
  return (
    <section className="section">
      <h2>{t('steps.possible')}</h2>
      <ul className="offers">
        {steps.map(({ action, allowed, reason, code }) => (
          <li key={action}>
            <div>
              <strong>{t(`words:legalAction.${action as LegalAction}`)}</strong>
              <small className="muted block">
                {allowed ? t(`step.explained.${action as LegalAction}`) : reason}
              </small>
            </div>
            {allowed || code === 'second_director_needed' ? (
              <ButtonLink to={action}>{t('steps.begin')}</ButtonLink>
            ) : (
              <small className="muted">{t('steps.notNow')}</small>
            )}
          </li>
        ))}
        <li>
          <div>
            <strong>{t('words:field.conditions')}</strong>
            <small className="muted block">{t('conditions.lead')}</small>
          </div>
          <ButtonLink to="conditions">{t('steps.see')}</ButtonLink>
        </li>
        <li>
          <div>
            <strong>{t('publication.name')}</strong>
            <small className="muted block">{t('publication.lead')}</small>
          </div>
          <ButtonLink to="publication">{t('steps.see')}</ButtonLink>
        </li>
      </ul>
      {notFromHere.length > 0 ? (
        <details>
          <summary>{t('steps.notFromHere')}</summary>
          <ul>
            {notFromHere.map(({ action }) => (
              <li key={action} className="muted">
                {t(`words:legalAction.${action as LegalAction}`)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
