import { useTranslation } from 'react-i18next';
import { LANGUAGES, LANGUAGE_NAMES, type Language } from '@/app/languages';
import { Button } from '@/ui/button';
import { Checkbox, SelectField, TextField } from '@/ui/field';

/** One spelling of a person's name. */
export interface PersonName {
  readonly value: string;
  readonly language: Language | null;
  readonly preferred: boolean;
}

/** The spellings as the API takes them; lines that nobody filled in are left out. */
export function nameBodies(names: readonly PersonName[]) {
  return names
    .filter(({ value }) => value.trim() !== '')
    .map((name) => ({ ...name, value: name.value.trim() }));
}

interface NamesEditorProps {
  readonly names: readonly PersonName[];
  readonly onChange: (names: readonly PersonName[]) => void;
  readonly errors: ReadonlyMap<string, string>;
}

/** The spellings of a name; one of them is shown. */
export function NamesEditor({ names, onChange, errors }: NamesEditorProps) {
  const { t } = useTranslation('people');
  const put = (index: number, name: PersonName) =>
    onChange(
      names.map((each, place) =>
        place === index ? name : name.preferred ? { ...each, preferred: false } : each,
      ),
    );
  return (
    <fieldset className="field" id="field-names" tabIndex={-1}>
      <legend>{t('persons.names')}</legend>
      <div className="field-hint">{t('persons.namesHint')}</div>
      {errors.get('names') ? <p className="field-error">{errors.get('names')}</p> : null}
      <div className="stack">
        {names.map((name, index) => (
          <div className="record-texts" key={index}>
            <TextField
              label={t('persons.spelling', { number: index + 1 })}
              field={`names.${index}.value`}
              dir="auto"
              maxLength={200}
              value={name.value}
              onChange={({ target }) => put(index, { ...name, value: target.value })}
              error={errors.get(`names.${index}.value`) ?? null}
            />
            <SelectField
              label={t('persons.language')}
              field={`names.${index}.language`}
              choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
              none={t('persons.noLanguage')}
              value={name.language ?? ''}
              onChange={({ target }) =>
                put(index, { ...name, language: (target.value || null) as Language | null })
              }
            />
            <Checkbox
              label={t('persons.shown')}
              checked={name.preferred}
              onChange={({ target }) => put(index, { ...name, preferred: target.checked })}
            />
            {names.length > 1 ? (
              <div>
                <Button weight="quiet" onClick={() => onChange(names.filter((_, place) => place !== index))}>
                  {t('persons.removeName')}
                </Button>
              </div>
            ) : null}
          </div>
        ))}
        <div>
          <Button onClick={() => onChange([...names, { value: '', language: null, preferred: false }])}>
            {t('persons.addName')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
