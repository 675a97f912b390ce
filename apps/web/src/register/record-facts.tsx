import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { formatMoney } from '@/formats/numbers';
import { Fact, Facts } from '@/ui/facts';
import { Stated } from '@/ui/stated-date';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { DefinitionLink } from './figure-links';
import { useNameOf } from './names';
import type { AgreementRecord } from './queries';

/** What the instrument is, where and when it was signed, and what it is worth. */
export function RecordFacts({ record }: { readonly record: AgreementRecord }) {
  const { t } = useTranslation('register');
  const word = useWord();
  const nameOf = useNameOf();
  const language = useLanguage();
  const { signing, legalStateSince, suspension, sectorCodes, sectorStated } = record;
  return (
    <section className="section" aria-labelledby="at-a-glance">
      <h2 id="at-a-glance">{t('facts.title')}</h2>
      <Facts>
        <Fact name={word('field', 'signedOn')}>
          {signing.date ? <Stated date={signing.date} /> : <Absent why={signing.dateAbsence} />}
        </Fact>
        <Fact name={word('field', 'signingPlace')}>
          {signing.place ? <Name>{signing.place}</Name> : <Absent why={null} />}
        </Fact>
        {signing.event ? <SigningEvent event={signing.event} /> : null}
        <Fact name={word('field', 'legalState')}>
          {word('legalState', record.legalState)}
          {legalStateSince && record.legalState !== 'signed' ? (
            <span className="muted block">
              {t('facts.since')} <Stated date={legalStateSince} />
            </span>
          ) : null}
          {suspension ? (
            <span className="muted block">
              {suspension.expectedEnd
                ? t('facts.suspendedUntil', {
                    from: formatDay(suspension.from, language),
                    until: formatDay(suspension.expectedEnd, language),
                  })
                : t('facts.suspended', { from: formatDay(suspension.from, language) })}
            </span>
          ) : null}
        </Fact>
        <LegalLife record={record} />
        <Fact name={word('field', 'sector')}>
          {sectorCodes.length > 0
            ? sectorCodes.map((code) => nameOf('sector', code)).join(t('separator'))
            : null}
          {sectorStated ? (
            <span className={sectorCodes.length > 0 ? 'muted block' : undefined}>
              {t('facts.asStated')} <Name>{sectorStated}</Name>
            </span>
          ) : sectorCodes.length === 0 ? (
            <Absent why={null} />
          ) : null}
        </Fact>
        <Fact name={word('field', 'amount')}>
          {record.amount ? <Amount {...record.amount} /> : <Absent why={null} />}
        </Fact>
        {record.publishedReference ? (
          <Fact name={word('field', 'publishedReference')}>
            <Name>{record.publishedReference}</Name>
          </Fact>
        ) : null}
        <Fact name={t('facts.titleIs')}>{word('titleStatus', record.titleStatus)}</Fact>
      </Facts>
    </section>
  );
}

/** What is not there is said in the word for its reason. */
export function Absent({ why }: { readonly why: string | null }) {
  const word = useWord();
  return <span className="muted">{word('absence', why ?? 'not_stated')}</span>;
}

function Amount({ value, currency, qualifier }: { value: number; currency: string; qualifier: string }) {
  const { t } = useTranslation('words');
  const language = useLanguage();
  const figure = formatMoney(value, currency, language);
  return <>{String(t(`qualified.${qualifier}` as never, { figure, defaultValue: figure } as never))}</>;
}

function SigningEvent({ event }: { readonly event: NonNullable<AgreementRecord['signing']['event']> }) {
  const { t } = useTranslation('register');
  const word = useWord();
  return (
    <Fact name={word('field', 'event')}>
      <Link to={`/?event=${event.id}`}>
        <Text of={event.names} />
      </Link>
      {event.batchAmount ? (
        <span className="block">
          <Amount {...event.batchAmount} />{' '}
          <span className="muted">
            {event.sharesAmount ? t('facts.batch') : t('facts.batchOfOthers')}{' '}
            <DefinitionLink id="number.batch_amount">{t('definition')}</DefinitionLink>
          </span>
        </span>
      ) : null}
    </Fact>
  );
}

function LegalLife({ record: { legalLife } }: { readonly record: AgreementRecord }) {
  const { t } = useTranslation('register');
  const word = useWord();
  if (legalLife.length === 0) return null;
  return (
    <Fact name={t('facts.life')}>
      <ol className="plain-list">
        {legalLife.map(({ state, on, recordedOn }) => (
          <li key={`${state} ${recordedOn}`}>
            {word('legalState', state)}{' '}
            <span className="muted">
              <Stated date={on} />
            </span>
          </li>
        ))}
      </ol>
    </Fact>
  );
}
