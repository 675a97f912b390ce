import { useTranslation } from 'react-i18next';
import { TextField } from '@/ui/field';
import { RegionPicker, ZonePicker, useZones } from '../pickers/place-pickers';
import type { Place } from '../draft/document';
import { useDraft, useDraftValue } from '../draft/draft-context';
import { DraftSelect, DraftText } from '../draft/draft-fields';
import { withValueAt } from '../draft/paths';
import { useChoices } from './choices';
import { More } from './section-page';

/** Where it is promised. A promise over several regions stays one, and is never split among them. */
export function PlaceFields({ at, place }: { readonly at: number; readonly place: Place }) {
  const { t } = useTranslation(['logging', 'words']);
  const choices = useChoices();
  const { store } = useDraft();
  const zones = useZones().data?.items ?? [];
  const path = `commitments[${at}].place`;
  const scope = useDraftValue<Place['scope']>(`${path}.scope`);
  const regions = useDraftValue<readonly string[]>(`${path}.regionCodes`);
  const zoneIds = useDraftValue<readonly string[]>(`${path}.zoneIds`);
  const change = (changes: Partial<Place>) =>
    store.change((content) => withValueAt(content, path, { ...place, ...changes }));
  return (
    <>
      <DraftSelect
        path={`${path}.scope`}
        label={t('words:field.place')}
        choices={choices('placeScope')}
        none={null}
        onChoose={(value) =>
          change({
            scope: (value ?? 'not_stated') as Place['scope'],
            ...(value === 'regions' ? {} : { regionCodes: [] }),
          })
        }
      />
      {scope.value === 'regions' ? (
        <RegionPicker
          label={t('words:field.regions')}
          hint={regions.lock ? t(`lock.${regions.lock}`) : t('regionsHint')}
          field={`${path}.regionCodes`}
          error={regions.error}
          disabled={regions.lock !== null}
          chosen={place.regionCodes}
          onChange={(regionCodes) => change({ regionCodes })}
        />
      ) : null}
      <More
        label={t('more.place')}
        open={place.cities.length > 0 || place.zoneIds.length > 0 || place.note !== null}
      >
        <ZonePicker
          label={t('words:field.zones')}
          optional
          field={`${path}.zoneIds`}
          error={zoneIds.error}
          disabled={zoneIds.lock !== null}
          chosen={place.zoneIds}
          onChange={(chosen) => {
            // A zone lies in a region: where nothing else is said, the promise does too.
            const codes = zones.filter(({ id }) => chosen.includes(id)).map(({ regionCode }) => regionCode);
            const follows = place.scope === 'not_stated' || place.scope === 'regions';
            change({
              zoneIds: chosen,
              ...(follows && codes.length > 0
                ? { scope: 'regions', regionCodes: [...new Set([...place.regionCodes, ...codes])] }
                : {}),
            });
          }}
        />
        <Cities path={`${path}.cities`} />
        <DraftText path={`${path}.note`} label={t('words:field.note')} optional />
      </More>
    </>
  );
}

/** Cities, with commas between them as they are written. */
function Cities({ path }: { readonly path: string }) {
  const { t } = useTranslation(['logging', 'words']);
  const { value, set, unread, error, lock } = useDraftValue<readonly string[]>(path);
  return (
    <TextField
      label={t('words:field.cities')}
      hint={lock ? t(`lock.${lock}`) : t('citiesHint')}
      optional
      field={path}
      error={error}
      disabled={lock !== null}
      dir="auto"
      value={unread ?? (value ?? []).join(', ')}
      onChange={({ currentTarget }) =>
        set(
          citiesIn(currentTarget.value),
          /[,،;]\s*$/.test(currentTarget.value) ? currentTarget.value : undefined,
        )
      }
    />
  );
}

function citiesIn(text: string): readonly string[] {
  return text
    .split(/[,،;]/)
    .map((one) => one.replace(/^\s+/, ''))
    .filter((one) => one.trim() !== '');
}
