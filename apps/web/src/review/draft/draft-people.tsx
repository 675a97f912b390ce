import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatInstant } from '@/formats/dates';
import { Name } from '@/ui/text';
import { Timeline } from '@/ui/timeline';
import { ActorName } from '../names';
import type { Draft } from './draft-page';

type Action = 'submit' | 'return' | 'withdraw' | 'verify' | 'approve';

/** Who took part, step by step. */
export function DraftPeople({ draft: { people, steps } }: { readonly draft: Draft }) {
  const { t, i18n } = useTranslation(['review', 'words']);
  const language = useLanguage();
  return (
    <section className="section">
      <h2>{t('people.title')}</h2>
      <p>
        {t('people.draftedBy')}{' '}
        {people.draftedBy.map((actor, index) => (
          <span key={actor}>
            {index > 0 ? ' · ' : ''}
            <ActorName actor={actor} />
          </span>
        ))}
      </p>
      {steps.length > 0 ? (
        <Timeline
          entries={steps.map(({ action, reason, by, at, overriddenBy }) => ({
            key: `${action} ${at}`,
            when: formatInstant(at, language),
            what: (
              <>
                <strong>
                  {action === 'open'
                    ? t('people.opened')
                    : i18n.exists(`words:draftAction.${action}`)
                      ? t(`words:draftAction.${action as Action}`)
                      : action}
                </strong>{' '}
                · <ActorName actor={by} />
                {overriddenBy ? (
                  <small className="muted block">
                    {t('people.overriddenBy')} <ActorName actor={overriddenBy} />
                  </small>
                ) : null}
                {reason ? (
                  <div>
                    <Name>{reason}</Name>
                  </div>
                ) : null}
              </>
            ),
          }))}
        />
      ) : null}
    </section>
  );
}
