import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLanguage } from '@/app/services';
import { formatShortDay } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { Badge } from '@/ui/badge';
import { Stated } from '@/ui/stated-date';
import type { Column } from '@/ui/table';
import { Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';
import { LegalState } from './legal-state';
import { type RegisterNames, useRegisterNames } from './use-register-names';

export type ListedAgreement = components['schemas']['ListedAgreementResponse'];

/** Shown without a choice; the title always is. */
export const STANDARD_COLUMNS = [
  'parties',
  'instrumentType',
  'legalState',
  'signedOn',
  'firstDeadline',
  'commitments',
];

export type AgreementColumn = Column<ListedAgreement> & { readonly name: string };

/** Every column that the table of agreements may have, in order. */
export function useAgreementColumns(): readonly AgreementColumn[] {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  const language = useLanguage();
  const names = useRegisterNames();
  const notStated = <span className="muted">{t('words:absence.not_stated')}</span>;
  const column = (key: string, name: string, rest: Omit<AgreementColumn, 'key' | 'heading' | 'name'>) => ({
    key,
    name,
    heading: name,
    ...rest,
  });
  return [
    column('title', t('words:field.title'), {
      isRowHeading: true,
      sortKey: 'title',
      cell: (row) => <TitleCell row={row} />,
    }),
    column('reference', t('words:field.reference'), {
      sortKey: 'reference',
      cell: ({ reference }) => <bdi className="nowrap">{reference}</bdi>,
    }),
    column('parties', t('words:field.parties'), { cell: ({ parties }) => <PartiesCell parties={parties} /> }),
    column('instrumentType', t('words:field.instrumentType'), {
      cell: ({ instrumentType }) => (instrumentType ? word('instrumentType', instrumentType) : notStated),
    }),
    column('legalState', t('words:field.legalState'), {
      cell: ({ legalState }) => (legalState ? <LegalState state={legalState} /> : notStated),
    }),
    column('signedOn', t('words:field.signedOn'), {
      sortKey: 'signed',
      cell: ({ signedOn, signedAbsence }) =>
        signedOn ? (
          <Stated date={signedOn} />
        ) : (
          <span className="muted">{word('absence', signedAbsence ?? 'not_stated')}</span>
        ),
    }),
    column('firstDeadline', t('list.firstDeadline'), {
      sortKey: 'firstDeadline',
      cell: ({ firstDeadline }) =>
        firstDeadline ? (
          <time dateTime={firstDeadline}>{formatShortDay(firstDeadline, language)}</time>
        ) : (
          notStated
        ),
    }),
    column('commitments', t('words:field.commitments'), {
      numeric: true,
      sortKey: 'commitments',
      cell: ({ commitments }) => formatNumber(commitments, language),
    }),
    column('sector', t('words:field.sector'), {
      cell: ({ sectorCodes }) =>
        sectorCodes.length === 0 ? notStated : <Sectors codes={sectorCodes} names={names} />,
    }),
    column('published', t('words:field.published'), {
      cell: ({ published }) => (
        <Badge tone={published ? 'good' : 'plain'}>
          {t(published ? 'list.published' : 'list.unpublished')}
        </Badge>
      ),
    }),
    column('owner', t('words:field.owner'), {
      cell: ({ ownerPositionId }) =>
        ownerPositionId ? (
          <Text of={names.position(ownerPositionId)} />
        ) : (
          <span className="muted">{t('list.withoutOwner')}</span>
        ),
    }),
    column('tags', t('words:field.tags'), {
      cell: ({ tags }) =>
        tags.length > 0 ? tags.join(' · ') : <span className="muted">{t('list.withoutTags')}</span>,
    }),
  ];
}

function TitleCell({ row }: { readonly row: ListedAgreement }) {
  const [search] = useSearchParams();
  const asOf = search.get('asOf');
  return (
    <>
      <Link to={`/staff/agreements/${row.id}${asOf ? `?asOf=${asOf}` : ''}`}>
        <Text of={row.title} />
      </Link>
      <small className="muted line">
        <bdi>{row.reference}</bdi>
        {row.publishedReference ? (
          <>
            {' · '}
            <bdi>{row.publishedReference}</bdi>
          </>
        ) : null}
      </small>
    </>
  );
}

/** How many parties a row names before it counts the others. */
const NAMED = 1;

function PartiesCell({ parties }: Pick<ListedAgreement, 'parties'>) {
  const { t } = useTranslation(['agreements', 'words']);
  // Whoever is not the State first: it is in nearly every row.
  const ordered = [...parties].sort((a, b) => Number(isState(a.role)) - Number(isState(b.role)));
  if (ordered.length === 0) return <span className="muted">{t('words:absence.not_published')}</span>;
  return (
    <>
      {ordered.slice(0, NAMED).map(({ id, names }) => (
        <span key={id} className="line">
          <Text of={names} />
        </span>
      ))}
      {ordered.length > NAMED ? (
        <small className="muted line">{t('list.moreParties', { count: ordered.length - NAMED })}</small>
      ) : null}
    </>
  );
}

const isState = (role: string): boolean => role === 'public_authority';

function Sectors({ codes, names }: { readonly codes: readonly string[]; readonly names: RegisterNames }) {
  return (
    <>
      {codes.map((code) => (
        <span key={code} className="line">
          <Text of={names.sector(code)} />
        </span>
      ))}
    </>
  );
}
