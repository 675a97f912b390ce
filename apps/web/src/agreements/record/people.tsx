import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Table } from '@/ui/table';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { Agreement } from './agreement-record';

/** Parties, and who signed for them. */
export function People({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  return (
    <section className="section" aria-labelledby="parties">
      <h2 id="parties">{t('overview.parties')}</h2>
      {agreement.parties.length === 0 ? (
        <p className="muted">{word('absence', agreement.partiesAbsence ?? 'not_stated')}</p>
      ) : (
        <Table
          caption={t('overview.parties')}
          captionHidden
          rows={agreement.parties}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'party',
              heading: t('words:field.party'),
              isRowHeading: true,
              cell: ({ organisationId, names, described, certainty }) => (
                <>
                  {organisationId ? (
                    <Link to={`/staff/organisations/${organisationId}`}>
                      <Text of={names} />
                    </Link>
                  ) : (
                    <Text of={described ?? names} />
                  )}
                  {certainty === 'presumed' ? (
                    <small className="muted line">{word('certainty', certainty)}</small>
                  ) : null}
                </>
              ),
            },
            {
              key: 'role',
              heading: t('words:field.role'),
              cell: ({ role }) => (role ? word('partyRole', role) : word('absence', 'not_stated')),
            },
            {
              key: 'signatories',
              heading: t('words:field.signatories'),
              cell: ({ id }) => (
                <Signatories of={agreement.signatories.filter(({ partyId }) => partyId === id)} />
              ),
            },
          ]}
        />
      )}
      <OtherSignatories agreement={agreement} />
    </section>
  );
}

function Signatories({ of }: { readonly of: Agreement['signatories'] }) {
  const word = useWord();
  if (of.length === 0) return <span className="muted">{word('absence', 'not_stated')}</span>;
  return (
    <ul className="plain-list">
      {of.map(({ id, personId, name, nameAbsence, absence, capacity, capacityAbsence, role, certainty }) => (
        <li key={id}>
          {name && personId ? (
            <Link to={`/staff/persons/${personId}`}>
              <Name>{name}</Name>
            </Link>
          ) : (
            <span className="muted">{word('absence', nameAbsence ?? absence ?? 'unknown')}</span>
          )}
          <small className="muted line">
            {capacity ? <Name>{capacity}</Name> : word('absence', capacityAbsence ?? 'not_stated')}
            {role && role !== 'signatory' ? ` · ${word('signatoryRole', role)}` : ''}
            {certainty === 'presumed' ? ` · ${word('certainty', certainty)}` : ''}
          </small>
        </li>
      ))}
    </ul>
  );
}

function OtherSignatories({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const word = useWord();
  const known = new Set(agreement.parties.map(({ id }) => id));
  const others = agreement.signatories.filter(({ partyId }) => partyId === null || !known.has(partyId));
  if (agreement.signatoriesAbsence) {
    return (
      <p className="muted">
        {t('overview.signatories')}: {word('absence', agreement.signatoriesAbsence)}
      </p>
    );
  }
  if (others.length === 0) return null;
  return (
    <>
      <h3>{t('overview.otherSignatories')}</h3>
      <Signatories of={others} />
    </>
  );
}
