import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useStated } from '@/ui/stated-date';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { DefinitionLink } from './figure-links';
import { PromiseDeadline, PromiseStatus } from './promise-deadline';
import { PromiseReply } from './promise-reply';
import { PromiseVerified } from './promise-verified';
import { PromiseFigure } from './promise-figure';
import type { ListedAgreement } from './queries';

/** Published agreements, each with what it promises and what is left of the time. */
export function AgreementList({ agreements }: { readonly agreements: readonly ListedAgreement[] }) {
  const { t } = useTranslation('register');
  return (
    <div className="entries">
      <div className="entry entry-headings small muted" aria-hidden="true">
        <span>{t('list.agreement')}</span>
        <div className="entry-promise">
          <span>{t('list.promise')}</span>
          <span>{t('list.deadline')}</span>
        </div>
      </div>
      <ol className="entry-list">
        {agreements.map((agreement) => (
          <Entry key={agreement.id} agreement={agreement} />
        ))}
      </ol>
    </div>
  );
}

function Entry({ agreement }: { readonly agreement: ListedAgreement }) {
  const { t } = useTranslation('register');
  const { reference, title, headlines, commitments } = agreement;
  const more = commitments - headlines.length;
  return (
    <li>
      <article className="entry" aria-labelledby={reference}>
        <div className="entry-what">
          <h3 id={reference}>
            <Link to={`/agreements/${reference}`}>
              <Text of={title} />
            </Link>
          </h3>
          <Parties agreement={agreement} />
          <SmallPrint agreement={agreement} />
        </div>
        <div className="entry-promises">
          {headlines.map((promise) => (
            <div key={promise.id} className="entry-promise">
              <div>
                <span className="visually-hidden">{t('list.promise')} </span>
                <span className={promise.quantity ? 'entry-figure' : undefined}>
                  <PromiseFigure {...promise} />
                </span>
              </div>
              <div className="entry-deadline">
                <span className="visually-hidden">{t('list.deadline')} </span>
                <PromiseDeadline {...promise} />
                <PromiseStatus status={promise.status} />
                <PromiseVerified {...promise} />
                <PromiseReply reply={promise.reply} />
              </div>
            </div>
          ))}
          {commitments === 0 ? <p className="muted">{t('list.noCommitments')}</p> : null}
          {more > 0 ? (
            <p className="small">
              <Link to={`/agreements/${reference}#promises`}>{t('list.more', { count: more })}</Link>
            </p>
          ) : null}
        </div>
      </article>
    </li>
  );
}

function Parties({ agreement: { parties } }: { readonly agreement: ListedAgreement }) {
  const { t } = useTranslation('register');
  if (parties.length === 0) return <p className="muted">{t('list.noParties')}</p>;
  return (
    <p className="entry-parties">
      {parties.map(({ id, names }, place) => (
        <span key={id}>
          {place > 0 ? t('separator') : null}
          <Text of={names} />
        </span>
      ))}
    </p>
  );
}

function SmallPrint({ agreement }: { readonly agreement: ListedAgreement }) {
  const { t } = useTranslation('register');
  const word = useWord();
  const stated = useStated();
  const { instrumentType, legalState, signedOn, signedAbsence, reference, deadlineMoves } = agreement;
  const signed = signedOn ? stated(signedOn) : signedAbsence ? word('absence', signedAbsence) : null;
  return (
    <p className="small muted entry-print">
      <span>{word('instrumentType', instrumentType)}</span>
      {legalState === 'signed' ? null : <span>{word('legalState', legalState)}</span>}
      {signed ? <span>{t('list.signed', { when: signed })}</span> : null}
      <Name>{reference}</Name>
      {deadlineMoves > 0 ? (
        <DefinitionLink id="number.deadline_moves">
          {t('list.moves', { count: deadlineMoves })}
        </DefinitionLink>
      ) : null}
    </p>
  );
}
