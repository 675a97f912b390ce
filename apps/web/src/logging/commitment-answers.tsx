import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Fact, Facts } from '@/ui/facts';
import { useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { Given, GivenDate, GivenTexts } from './given';
import type { Commitment, Place, Quantity } from './draft/document';
import { useDraft } from './draft/draft-context';
import { useRegions, useZones } from './pickers/place-pickers';
import { useCommitmentName, usePartyNames } from './sections/names';
import { useSayQuantity, useSayStated } from './sections/say-promise';

/** One commitment as it was answered. */
export function CommitmentAnswers({
  at,
  commitment,
}: {
  readonly at: number;
  readonly commitment: Commitment;
}) {
  const { t } = useTranslation(['logging', 'words']);
  const word = useWord();
  const say = useText();
  const sayQuantity = useSayQuantity();
  const sayDate = useSayStated();
  const sayAxes = useSayAxes();
  const sayPlace = useSayPlace();
  const parties = usePartyNames();
  const { agreementId, state } = useDraft();
  const name = useCommitmentName()(at, state.content.document);
  const { kind, measure, quantity, baseline, deadline, deadlineAbsence, obligorPartyId, milestones } =
    commitment;
  return (
    <div className="part">
      <div className="part-head">
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <Link
          to={`/staff/agreements/${agreementId}/draft/commitments/${at + 1}`}
          aria-label={t('check.changeNamed', { name })}
        >
          {t('check.change')}
        </Link>
      </div>
      <Facts>
        <Fact name={t('promise')}>
          <GivenTexts of={commitment.title} />
        </Fact>
        <Fact name={t('words:field.kind')}>
          <Given>{kind ? word('kind', kind) : null}</Given>
        </Fact>
        <Fact name={t('words:field.quantity')}>
          <Given>
            {measure === 'quantity' ? sayQuantity(quantity) : measure ? word('measure', measure) : null}
          </Given>
          {quantity ? <p className="muted">{sayAxes(quantity)}</p> : null}
        </Fact>
        {baseline ? (
          <Fact name={t('words:field.baseline')}>
            <Given>{sayQuantity({ ...NO_AXES, value: baseline.value, unit: baseline.unit })}</Given>
          </Fact>
        ) : null}
        <Fact name={t('words:field.deadline')}>
          <GivenDate date={deadline} absence={deadlineAbsence} />
        </Fact>
        <Fact name={t('words:field.obligor')}>
          <Given>{obligorPartyId ? parties.get(obligorPartyId) : null}</Given>
        </Fact>
        <Fact name={t('words:field.place')}>
          <Given>{sayPlace(commitment.place)}</Given>
        </Fact>
        <Fact name={t('words:field.proofMethod')}>
          <Given>{commitment.proofMethod ? word('proofMethod', commitment.proofMethod) : null}</Given>
        </Fact>
        {milestones.map((one, index) => (
          <Fact key={one.id} name={t('milestoneNumber', { number: index + 1 })}>
            <Given>
              {[say(one.title), sayQuantity(one.quantity), one.deadline ? sayDate(one.deadline.stated) : '']
                .filter(Boolean)
                .join(' · ')}
            </Given>
          </Fact>
        ))}
        {commitment.note ? (
          <Fact name={t('words:field.note')}>
            <Given>{commitment.note}</Given>
          </Fact>
        ) : null}
      </Facts>
    </div>
  );
}

const NO_AXES: Quantity = {
  ...{ qualifier: 'exactly', value: null, unit: null, stated: null },
  ...{ relation: null, stability: null, basis: null, level: null },
};

/** What kind of figure it is, in the words that say something. */
function useSayAxes(): (quantity: Quantity) => string {
  const word = useWord();
  return ({ relation, stability, basis, level }) =>
    [
      relation && relation !== 'not_stated' ? word('relation', relation) : '',
      stability && stability !== 'not_stated' ? word('stability', stability) : '',
      basis && basis !== 'not_stated' ? word('basis', basis) : '',
      level ? word('level', level) : '',
    ]
      .filter(Boolean)
      .join(' · ');
}

function useSayPlace(): (place: Place) => string {
  const word = useWord();
  const say = useText();
  const regions = useRegions().data?.items ?? [];
  const zones = useZones().data?.items ?? [];
  return ({ scope, regionCodes, cities, zoneIds }) =>
    [
      ...(scope === 'regions'
        ? regions.filter(({ code }) => regionCodes.includes(code)).map(({ names }) => say(names))
        : [word('placeScope', scope)]),
      ...zones.filter(({ id }) => zoneIds.includes(id)).map(({ names }) => say(names)),
      ...cities,
    ].join(' · ');
}
