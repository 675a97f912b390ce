import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CommitmentStatus } from '@/agreements/commitment-status';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Fact, Facts } from '@/ui/facts';
import { DaysLeft, DeadlineDate } from '@/ui/stated-date';
import { Name, Text } from '@/ui/text';
import { Figure } from '@/words/figure';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';
import { NextDuty } from './next-duty';
import { ReportedValue } from './reported-value';
import './portal.css';

type Own = components['schemas']['OwnCommitmentResponse'];

/** One promise as whoever owes it sees it. */
export function OwnCommitment({ of: { commitment, nextDuty, proof, pending } }: { readonly of: Own }) {
  const { t } = useTranslation('portal');
  const word = useWord();
  const id = useId();
  const { title, agreement, quantity, deadline, daysLeft, status } = commitment;
  return (
    <article className="own" aria-labelledby={id}>
      <div>
        <h2 id={id}>
          <Text of={title} />
        </h2>
        <p className="small muted">
          <Text of={agreement.title} /> · <Name>{agreement.reference}</Name>
        </p>
      </div>
      <NextDuty duty={nextDuty} />
      <Facts>
        <Fact name={t('own.standing')}>
          <CommitmentStatus status={status} />
        </Fact>
        {quantity ? (
          <Fact name={t('own.promised')}>
            <Figure of={quantity} />
          </Fact>
        ) : null}
        <Fact name={word('field', 'deadline')}>
          {deadline ? <DeadlineDate date={deadline} /> : word('status', 'no_deadline')}
          {daysLeft === null ? null : (
            <small className="muted line">
              <DaysLeft days={daysLeft} />
            </small>
          )}
        </Fact>
        <Fact name={t('own.proof')}>
          {proof ? <HeldProof commitment={commitment} proof={proof} /> : t('own.noProof')}
        </Fact>
        {pending ? (
          <Fact name={t('own.waiting')}>
            <Pending commitment={commitment} pending={pending} />
          </Fact>
        ) : null}
      </Facts>
      <p>
        <Link to={`/portal/commitments/${commitment.id}`}>{t('past.title')}</Link>
      </p>
    </article>
  );
}

function HeldProof({
  commitment: { measure, quantity },
  proof,
}: {
  readonly commitment: Own['commitment'];
  readonly proof: NonNullable<Own['proof']>;
}) {
  const { t } = useTranslation('portal');
  const word = useWord();
  const language = useLanguage();
  return (
    <>
      <strong>
        <ReportedValue measure={measure} unit={quantity?.unit ?? null} value={proof.value} />
      </strong>{' '}
      {t('own.asOf', { day: formatDay(proof.asOf, language) })}
      <span className="line">{word('evidenceRank', proof.rank)}</span>
      <small className="muted line">
        {t('own.acceptedOn', {
          day: formatDay(proof.acceptedOn, language),
          band: word('evidenceBand', proof.band),
        })}
      </small>
      {proof.files.length === 0 ? null : (
        <ul className="own-files small">
          {proof.files.map(({ id, fileName, erasedOn }) => (
            <li key={id}>
              <Name>{fileName}</Name>
              {erasedOn === null ? null : (
                <span className="muted"> {t('own.erasedOn', { day: formatDay(erasedOn, language) })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Pending({
  commitment: { measure, quantity },
  pending: { claimedValue, asOf, submittedOn },
}: {
  readonly commitment: Own['commitment'];
  readonly pending: NonNullable<Own['pending']>;
}) {
  const { t } = useTranslation('portal');
  const language = useLanguage();
  return (
    <>
      <ReportedValue measure={measure} unit={quantity?.unit ?? null} value={claimedValue} />{' '}
      {t('own.asOf', { day: formatDay(asOf, language) })}
      <small className="muted line">{t('own.submittedOn', { day: formatDay(submittedOn, language) })}</small>
    </>
  );
}
