import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { directionOf } from '@/app/languages';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { Bar } from '@/ui/bar';
import { COMMITMENTS, figureOf } from './figure-choice';
import { AbsenceLink, Meanings } from './figure-links';
import type { ShownSummary } from './figures';
import { definitionOf, sharesOf, useGroupName } from './groups';
import { pageOfRows } from './question';

type PlaceGroup = ShownSummary['byRegion'][number];

/**
 * The regions as tiles, roughly where they lie. North is up and west is left in every language: a map is not mirrored,
 * so the grid runs left to right also in Arabic, and only the words in the tiles run as the page does. A region whose
 * place is not known here stands in the table beside it, which has the same numbers, and so do promises that are of no
 * single region.
 */
export function RegionTiles({
  groups,
  chosen,
}: {
  readonly groups: readonly PlaceGroup[];
  readonly chosen: string;
}) {
  const { t } = useTranslation('register');
  const regions = groups.filter(({ code }) => code !== null);
  const shares = sharesOf(regions, chosen);
  return (
    <figure className="tiles-figure">
      <ul className="tiles" dir="ltr" aria-label={t('groups.map')}>
        {regions.map((group) => (
          <Tile key={group.code} group={group} chosen={chosen} share={shares.get(group.code ?? '') ?? 0} />
        ))}
      </ul>
      <figcaption className="small muted">
        {t('groups.mapNote')}
        <MeaningOfShown chosen={chosen} />
      </figcaption>
    </figure>
  );
}

/** What the numbers of a picture are, which has no headings. */
export function MeaningOfShown({ chosen }: { readonly chosen: string }) {
  const { t } = useTranslation('register');
  const name = t(chosen === COMMITMENTS ? 'columns.commitments' : 'columns.total');
  return <Meanings of={[{ id: definitionOf(chosen), name }]} />;
}

function Tile({
  group,
  chosen,
  share,
}: {
  readonly group: PlaceGroup;
  readonly chosen: string;
  readonly share: number;
}) {
  const language = useLanguage();
  const nameOf = useGroupName();
  const figure = figureOf(group, chosen);
  const hasNumber = figure !== null && figure.value !== null;
  const name = <span className="tile-name">{nameOf(group)}</span>;
  return (
    <li
      className={`tile tile-${(group.code ?? '').toLowerCase()}${hasNumber ? ' tile-held' : ''}`}
      dir={directionOf(language)}
    >
      {hasNumber ? (
        <Link to={pageOfRows(figure.rows)}>
          {name}
          <strong>{formatNumber(figure.value ?? 0, language)}</strong>
          <Bar length={share} />
        </Link>
      ) : (
        <span className="tile-empty">
          {name}
          <small>
            <AbsenceLink absence={figure?.absence ?? 'none_recorded'} />
          </small>
        </span>
      )}
    </li>
  );
}
