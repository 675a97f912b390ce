import { useTranslation } from 'react-i18next';
import { LANGUAGES, LANGUAGE_NAMES, type Language } from '@/app/languages';
import { Button } from '@/ui/button';
import { SelectField, TextField } from '@/ui/field';

export interface Contact {
  readonly email: string;
  readonly language: Language;
}

interface ContactsEditorProps {
  readonly contacts: readonly Contact[];
  readonly onChange: (contacts: readonly Contact[]) => void;
  readonly errors: ReadonlyMap<string, string>;
}

/** Addresses to which mail about an organisation's promises goes, each with its language. */
export function ContactsEditor({ contacts, onChange, errors }: ContactsEditorProps) {
  const { t } = useTranslation('people');
  const put = (index: number, contact: Contact) =>
    onChange(contacts.map((each, place) => (place === index ? contact : each)));
  return (
    <fieldset className="field" id="field-reportingContacts" tabIndex={-1}>
      <legend>{t('organisations.contacts')}</legend>
      <div className="field-hint">{t('organisations.contactsHint')}</div>
      {errors.get('reportingContacts') ? (
        <p className="field-error">{errors.get('reportingContacts')}</p>
      ) : null}
      <div className="stack">
        {contacts.map((contact, index) => (
          <div className="record-texts" key={index}>
            <TextField
              label={t('organisations.contactEmail')}
              field={`reportingContacts.${index}.email`}
              type="email"
              dir="ltr"
              value={contact.email}
              onChange={({ target }) => put(index, { ...contact, email: target.value })}
              error={errors.get(`reportingContacts.${index}.email`) ?? null}
            />
            <SelectField
              label={t('organisations.contactLanguage')}
              field={`reportingContacts.${index}.language`}
              choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
              value={contact.language}
              onChange={({ target }) => put(index, { ...contact, language: target.value as Language })}
            />
            <div>
              <Button weight="quiet" onClick={() => onChange(contacts.filter((_, place) => place !== index))}>
                {t('organisations.removeContact')}
              </Button>
            </div>
          </div>
        ))}
        <div>
          <Button onClick={() => onChange([...contacts, { email: '', language: 'fr' }])}>
            {t('organisations.addContact')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
