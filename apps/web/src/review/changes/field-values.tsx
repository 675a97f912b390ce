import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay, readStated } from '@/formats/dates';
import { formatMoney } from '@/formats/numbers';
import { DeadlineDate } from '@/ui/stated-date';
import { Name, Text, type TextInLanguages } from '@/ui/text';
import { FigureAndAxes, type FigureWithAxes, useCounted } from '../figures';
import {
  EventName,
  OrganisationName,
  PersonName,
  RegionNames,
  SectorNames,
  SourceName,
  ZoneNames,
} from '../names';
import type { AgreementDocument } from './parts';

type Commitment = NonNullable<AgreementDocument['commitments']>[number];
type Place = NonNullable<Commitment['place']>;
type Absence = 'not_stated' | 'unknown' | 'not_yet_due' | 'confidential' | 'not_published' | 'erased';

/** Nothing is stated, in the word for why. */
export function Absent({ because }: { readonly because?: string | null | undefined }) {
  const { t } = useTranslation('words');
  return <span className="muted">{t(`absence.${(because ?? 'not_stated') as Absence}`)}</span>;
}

/** A date as the paper states it, with its last day. */
export function StatedValue({
  of,
  absence,
}: {
  readonly of: { readonly stated: string } | null | undefined;
  readonly absence?: string | null | undefined;
}) {
  return of?.stated ? <DeadlineDate date={readStated(of.stated)} /> : <Absent because={absence} />;
}

export function DayValue({ day }: { readonly day: string | null | undefined }) {
  const language = useLanguage();
  return day ? <time dateTime={day}>{formatDay(day, language)}</time> : <Absent />;
}

export function FigureValue({ of }: { readonly of: FigureWithAxes | null | undefined }) {
  return of ? <FigureAndAxes of={of} /> : <Absent />;
}

export function BaselineValue({ of }: { readonly of: Commitment['baseline'] }) {
  const counted = useCounted();
  if (!of) return <Absent />;
  return (
    <>
      {counted(of.value, of.unit)}
      {of.note ? (
        <small className="muted block">
          <Name>{of.note}</Name>
        </small>
      ) : null}
    </>
  );
}

export function AmountValue({ of }: { readonly of: AgreementDocument['amount'] }) {
  const { t } = useTranslation('words');
  const language = useLanguage();
  if (!of) return <Absent />;
  return <>{t(`qualified.${of.qualifier}`, { figure: formatMoney(of.value, of.currency, language) })}</>;
}

export function PlaceValue({ of }: { readonly of: Place | null | undefined }) {
  const { t } = useTranslation('words');
  if (!of) return <Absent />;
  const { scope, regionCodes, cities, zoneIds, note } = of;
  return (
    <>
      {scope === 'regions' ? <RegionNames codes={regionCodes ?? []} /> : t(`placeScope.${scope}`)}
      {cities && cities.length > 0 ? (
        <ul className="plain-list">
          {cities.map((city) => (
            <li key={city}>
              <Name>{city}</Name>
            </li>
          ))}
        </ul>
      ) : null}
      {zoneIds && zoneIds.length > 0 ? <ZoneNames ids={zoneIds} /> : null}
      {note ? (
        <small className="muted block">
          <Name>{note}</Name>
        </small>
      ) : null}
    </>
  );
}

export function SectorsValue({ codes }: { readonly codes: readonly string[] | null | undefined }) {
  return codes && codes.length > 0 ? <SectorNames codes={codes} /> : <Absent />;
}

export function WordsValue({ of }: { readonly of: string | null | undefined }) {
  return of ? <Name>{of}</Name> : <Absent />;
}

export function TextValue({ of }: { readonly of: TextInLanguages | null | undefined }) {
  return of && (of.ar || of.fr || of.en) ? <Text of={of} /> : <Absent />;
}

export function YesOrNo({ value }: { readonly value: boolean | null | undefined }) {
  const { t } = useTranslation('review');
  return <>{value ? t('yes') : t('no')}</>;
}

type NamedRecord = 'organisation' | 'person' | 'source' | 'event';
const NAMES = { organisation: OrganisationName, person: PersonName, source: SourceName, event: EventName };

/** A record by its id, named. */
export function RecordValue({
  kind,
  id,
  absence,
}: {
  readonly kind: NamedRecord;
  readonly id: string | null | undefined;
  readonly absence?: string | null | undefined;
}) {
  const NameOfRecord = NAMES[kind];
  return id ? <NameOfRecord id={id} /> : <Absent because={absence} />;
}

/** The party of a document that another part refers to. */
export function PartyValue({
  id,
  document,
}: {
  readonly id: string | null | undefined;
  readonly document: AgreementDocument;
}) {
  const party = document.parties?.find((one) => one.id === id);
  if (!party) return <Absent />;
  return party.organisationId ? (
    <OrganisationName id={party.organisationId} />
  ) : (
    <TextValue of={party.described} />
  );
}

/** The commitment of a document that another part refers to. */
export function CommitmentValue({
  id,
  document,
}: {
  readonly id: string | null | undefined;
  readonly document: AgreementDocument;
}) {
  const commitment = document.commitments?.find((one) => one.id === id);
  return commitment ? <TextValue of={commitment.title} /> : <Absent />;
}
