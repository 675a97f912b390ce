import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { useWord } from '@/words/use-word';
import type { Agreement } from './agreement-record';

const PUBLICATION: ReadonlySet<string> = new Set(['publish', 'unpublish']);

/** What may be done with the agreement now, and for the rest why not. */
export function AgreementActions({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const word = useWord();
  const { allowedActions, proposals, id } = agreement;
  if (agreement.asOf || allowedActions.length === 0) return null;
  const allowed = allowedActions.filter((each) => each.allowed);
  const others = allowedActions.filter((each) => !each.allowed);
  const say = (action: string) => word(PUBLICATION.has(action) ? 'publicationAction' : 'legalAction', action);
  const place = (action: string) =>
    `/staff/agreements/${id}/steps/${PUBLICATION.has(action) ? 'publication' : action}`;
  return (
    <section className="section no-print" aria-labelledby="actions">
      <h2 id="actions">{t('actions.title')}</h2>
      {proposals.map((action) => (
        <Notice key={action}>{t('actions.proposed', { action: say(action) })}</Notice>
      ))}
      {allowed.length === 0 ? <p className="muted">{t('actions.none')}</p> : null}
      <div className="actions">
        {allowed.map(({ action }) => (
          <ButtonLink key={action} to={place(action)}>
            {say(action)}
          </ButtonLink>
        ))}
      </div>
      <details>
        <summary>{t('actions.others', { count: others.length })}</summary>
        <dl className="reasons">
          {others.map(({ action, reason }) => (
            <div key={action}>
              <dt>{say(action)}</dt>
              <dd className="muted">{reason}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
