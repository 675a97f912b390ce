import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Fact } from '@/ui/facts';
import { Name } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { useNameOf } from './names';
import type { RecordPromise } from './queries';

/** Where it is to be done: regions, cities and zones as stated. */
export function PromisePlace({ place }: { readonly place: RecordPromise['place'] }) {
  const { t } = useTranslation('register');
  const word = useWord();
  const nameOf = useNameOf();
  const { scope, regionCodes, cities, zoneIds } = place;
  return (
    <Fact name={word('field', 'place')}>
      {regionCodes.length === 0 ? <span>{word('placeScope', scope)}</span> : null}
      {regionCodes.map((code, position) => (
        <span key={code}>
          {position > 0 ? t('separator') : null}
          <Link to={`/?region=${code}`}>
            <bdi>{nameOf('region', code)}</bdi>
          </Link>
        </span>
      ))}
      {cities.length > 0 ? (
        <span className="muted block">
          {cities.map((city, position) => (
            <span key={city}>
              {position > 0 ? t('separator') : null}
              <Name>{city}</Name>
            </span>
          ))}
        </span>
      ) : null}
      {zoneIds.map((id) => (
        <span key={id} className="block">
          <Link to={`/commitments?zone=${id}`}>
            <bdi>{nameOf('zone', id)}</bdi>
          </Link>
        </span>
      ))}
    </Fact>
  );
}
