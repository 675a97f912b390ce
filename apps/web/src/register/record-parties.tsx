import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { AgreementRecord } from './queries';
import { Absent } from './record-facts';

type Signatory = AgreementRecord['signatories'][number];

/** Who is bound, in which role, and who signed for them. */
export function RecordParties({ record }: { readonly record: AgreementRecord }) {
  const { t } = useTranslation('register');
  const { parties, partiesAbsence, signatories, signatoriesAbsence } = record;
  const signing = (partyId: string | null) => signatories.filter((one) => one.partyId === partyId);
  const unattached = signing(null);
  return (
    <section className="section" aria-labelledby="parties">
      <h2 id="parties">{t('parties.title')}</h2>
      {parties.length === 0 ? (
        <p>
          <Absent why={partiesAbsence} />
        </p>
      ) : null}
      <ul className="parties">
        {parties.map((party) => (
          <li key={party.id}>
            <PartyName party={party} />
            <Signatories signatories={signing(party.id)} />
          </li>
        ))}
      </ul>
      {unattached.length > 0 ? (
        <div>
          <h3>{t('parties.others')}</h3>
          <Signatories signatories={unattached} />
        </div>
      ) : null}
      {signatories.length === 0 ? (
        <p>
          {t('parties.signatories')} <Absent why={signatoriesAbsence} />
        </p>
      ) : null}
    </section>
  );
}

function PartyName({ party }: { readonly party: AgreementRecord['parties'][number] }) {
  const word = useWord();
  const { organisationId, names, role, certainty } = party;
  return (
    <p>
      <strong>
        {organisationId ? (
          <Link to={`/?organisation=${organisationId}`}>
            <Text of={names} />
          </Link>
        ) : (
          <Text of={names} />
        )}
      </strong>
      <span className="muted block">
        {word('partyRole', role)}
        {certainty === 'presumed' ? ` (${word('certainty', certainty)})` : null}
      </span>
    </p>
  );
}

function Signatories({ signatories }: { readonly signatories: readonly Signatory[] }) {
  const { t } = useTranslation('register');
  const word = useWord();
  if (signatories.length === 0) return null;
  return (
    <ul className="signatories">
      {signatories.map(({ id, role, name, nameAbsence, capacity, capacityAbsence, certainty }) => (
        <li key={id}>
          <span className="muted">{word('signatoryRole', role)}</span>{' '}
          {name ? <Name>{name}</Name> : <Absent why={nameAbsence} />}
          {capacity ? (
            <>
              {t('separator')}
              <Name>{capacity}</Name>
            </>
          ) : capacityAbsence ? (
            <>
              {t('separator')}
              <Absent why={capacityAbsence} />
            </>
          ) : null}
          {certainty === 'presumed' ? <span className="muted"> ({word('certainty', certainty)})</span> : null}
        </li>
      ))}
    </ul>
  );
}
