import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { Button, ButtonLink } from '@/ui/button';
import { Fact, Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { DeadlineDate, Stated } from '@/ui/stated-date';
import { Name, Text } from '@/ui/text';
import { Figure } from '@/words/figure';
import { useWord } from '@/words/use-word';
import { asOfAddress } from '../as-of-address';
import { Place } from '../place';
import { useRegisterNames } from '../use-register-names';
import { AgreementActions } from './agreement-actions';
import type { Agreement } from './agreement-record';
import { Annotate } from './annotate';
import { People } from './people';

/** The promise, who made it, what is missing, and what may be done now. */
export function OverviewTab({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'words']);
  return (
    <div className="stack-loose">
      {agreement.suspension ? <Suspended agreement={agreement} /> : null}
      <OpenDraft agreement={agreement} />
      <section className="section" aria-labelledby="promise">
        <h2 id="promise">{t('overview.promise')}</h2>
        <ul className="promises">
          {agreement.commitments.map(({ id, title, quantity, measure, deadline, deadlineAbsence, place }) => (
            <li key={id}>
              <span className="promise-figure">
                {quantity ? <PromisedFigure quantity={quantity} /> : <Measure of={measure} />}
              </span>
              <Link to={`/staff/commitments/${id}${asOfAddress(agreement.asOf)}`}>
                <Text of={title} />
              </Link>
              <span className="muted">
                {deadline ? (
                  <DeadlineDate date={deadline} />
                ) : (
                  <Absence code={deadlineAbsence} of={t('words:field.deadline')} />
                )}
              </span>
              <span className="muted">
                <Place of={place} />
              </span>
            </li>
          ))}
        </ul>
        {agreement.commitments.length === 0 ? <p className="muted">{t('overview.noCommitment')}</p> : null}
      </section>
      <People agreement={agreement} />
      <About agreement={agreement} />
      <Completeness agreement={agreement} />
      <AgreementActions agreement={agreement} />
    </div>
  );
}

type Quantity = NonNullable<Agreement['commitments'][number]['quantity']>;

function PromisedFigure({ quantity }: { readonly quantity: Quantity }) {
  const word = useWord();
  if (quantity.value === null && !quantity.stated) {
    return <span className="muted">{word('absence', quantity.absence ?? 'not_stated')}</span>;
  }
  return <Figure of={{ ...quantity, unit: quantity.unit ?? '' }} />;
}

function Measure({ of }: { readonly of: string | null }) {
  const word = useWord();
  return <span className="muted">{of ? word('measure', of) : word('absence', 'not_stated')}</span>;
}

function Absence({ code, of }: { readonly code: string | null; readonly of: string }) {
  const word = useWord();
  return (
    <>
      {of}: {word('absence', code ?? 'not_stated')}
    </>
  );
}

function Suspended({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const language = useLanguage();
  const { suspension } = agreement;
  if (!suspension) return null;
  return (
    <Notice
      tone="attention"
      title={t('overview.suspendedSince', { day: formatDay(suspension.from, language) })}
    >
      {suspension.expectedEnd
        ? t('overview.suspensionEnds', { day: formatDay(suspension.expectedEnd, language) })
        : t('overview.suspensionOpen')}
    </Notice>
  );
}

function OpenDraft({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const word = useWord();
  const { can } = useSession();
  const { draft, id } = agreement;
  if (!draft) {
    return can('version.draft') && agreement.version ? (
      <div className="actions no-print">
        <ButtonLink to={`/staff/agreements/${id}/draft/open`}>{t('overview.openDraft')}</ButtonLink>
      </div>
    ) : null;
  }
  return (
    <Notice
      title={`${t('overview.draft', { n: draft.n })}: ${word('draftKind', draft.kind)}, ${word('draftState', draft.state)}`}
    >
      <div className="actions no-print">
        <ButtonLink to={`/staff/agreements/${id}/draft`}>{t('overview.toDraft')}</ButtonLink>
        <ButtonLink to={`/staff/agreements/${id}/review`}>{t('overview.toReview')}</ButtonLink>
      </div>
    </Notice>
  );
}

function About({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  const names = useRegisterNames();
  const { can } = useSession();
  const [changing, setChanging] = useState(false);
  const { signing, amount } = agreement;
  const notStated = <span className="muted">{word('absence', 'not_stated')}</span>;
  return (
    <section className="section" aria-labelledby="about">
      <div className="page-title">
        <h2 id="about">{t('overview.about')}</h2>
        {can('agreement.annotate') && !agreement.asOf ? (
          <span className="no-print">
            <Button onClick={() => setChanging(true)}>{t('annotate.open')}</Button>
          </span>
        ) : null}
      </div>
      <Facts>
        <Fact name={t('words:field.summary')}>
          {agreement.summary ? <Text of={agreement.summary} /> : notStated}
        </Fact>
        <Fact name={t('words:field.legalStateSince')}>
          {agreement.legalStateSince ? <Stated date={agreement.legalStateSince} /> : notStated}
        </Fact>
        <Fact name={t('words:field.signedOn')}>
          {signing.date ? (
            <Stated date={signing.date} />
          ) : (
            <span className="muted">{word('absence', signing.dateAbsence ?? 'not_stated')}</span>
          )}
        </Fact>
        <Fact name={t('words:field.signingPlace')}>
          {signing.place ? <Name>{signing.place}</Name> : notStated}
        </Fact>
        <Fact name={t('words:field.event')}>
          {signing.event ? (
            <>
              <Link to={`/staff/events/${signing.event.id}`}>
                <Text of={signing.event.names} />
              </Link>
              {signing.event.sharesAmount && signing.event.amount ? (
                <small className="muted line">
                  {t('overview.sharesAmount')}{' '}
                  <Figure of={{ ...signing.event.amount, unit: signing.event.amount.currency }} />
                </small>
              ) : null}
            </>
          ) : (
            <span className="muted">{t('facet.none.event')}</span>
          )}
        </Fact>
        <Fact name={t('words:field.amount')}>
          {amount ? <Figure of={{ ...amount, unit: amount.currency }} /> : notStated}
        </Fact>
        <Fact name={t('words:field.sector')}>
          {agreement.sectorCodes.length > 0
            ? agreement.sectorCodes.map((code) => (
                <span key={code} className="line">
                  <Text of={names.sector(code)} />
                </span>
              ))
            : notStated}
        </Fact>
        <Fact name={t('words:field.publishedReference')}>
          {agreement.publishedReference ? <bdi>{agreement.publishedReference}</bdi> : notStated}
        </Fact>
        <Fact name={t('words:field.owner')}>
          {agreement.owner ? (
            <Text of={agreement.owner.names} />
          ) : (
            <span className="muted">{t('list.withoutOwner')}</span>
          )}
        </Fact>
        <Fact name={t('words:field.tags')}>
          {agreement.tags.length > 0
            ? agreement.tags.map((tag) => (
                <Link key={tag} className="tag" to={`/staff/agreements?tag=${encodeURIComponent(tag)}`}>
                  <Badge>
                    <bdi>{tag}</bdi>
                  </Badge>
                </Link>
              ))
            : t('list.withoutTags')}
        </Fact>
        {agreement.note ? (
          <Fact name={t('words:field.note')}>
            <Name>{agreement.note}</Name>
          </Fact>
        ) : null}
      </Facts>
      {changing ? <Annotate agreement={agreement} onClose={() => setChanging(false)} /> : null}
    </section>
  );
}

function Completeness({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const { completeness } = agreement;
  if (!completeness) return null;
  const { gaps, looked } = completeness;
  const open = gaps.filter(({ acknowledged }) => acknowledged === null);
  return (
    <section className="section" aria-labelledby="gaps">
      <h2 id="gaps">{t('overview.completeness')}</h2>
      <p className="muted">{t('overview.found', { found: looked - gaps.length, looked })}</p>
      {gaps.length === 0 ? <p>{t('overview.noGap')}</p> : null}
      <ul className="gaps">
        {[...open, ...gaps.filter(({ acknowledged }) => acknowledged !== null)].map((gap, index) => (
          <li key={index}>
            {gap.sentence} <GapSubject agreement={agreement} subjectId={gap.subjectId} />
            {gap.acknowledged ? (
              <small className="muted line">
                {t('overview.answered')} <Name>{gap.acknowledged}</Name>
              </small>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function GapSubject({
  agreement,
  subjectId,
}: {
  readonly agreement: Agreement;
  readonly subjectId: string | null;
}) {
  const commitment = agreement.commitments.find(({ id }) => id === subjectId);
  const party = agreement.parties.find(({ id }) => id === subjectId);
  const of = commitment?.title ?? party?.names;
  if (!of) return null;
  return (
    <span className="muted">
      (<Text of={of} />)
    </span>
  );
}
