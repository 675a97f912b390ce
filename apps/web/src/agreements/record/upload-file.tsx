import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useLanguage, useRefresh } from '@/app/services';
import { formatShare } from '@/formats/numbers';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { SelectField, TextField } from '@/ui/field';
import { useWord } from '@/words/use-word';
import { type Sending, sendFile } from './send-file';

const ROLES = ['signed_text', 'amendment', 'annex', 'mandate', 'correspondence', 'other'];
const KINDS = '.pdf,.png,.jpg,.jpeg,.tif,.tiff,.docx,.xlsx,.odt';

/** Records a file of an agreement; on the way it says how far it is, and may be stopped. */
export function UploadFile({ agreementId }: { readonly agreementId: string }) {
  const { t } = useTranslation(['agreements', 'ui']);
  const word = useWord();
  const language = useLanguage();
  const refresh = useRefresh();
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef<Sending | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const errors = fieldErrorsOf(error);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setError(null);
    setSaid('');
    setShare(0);
    try {
      const address = `/api/v1/agreements/${agreementId}/files`;
      sending.current = sendFile(address, bodyOf(event.currentTarget), language, setShare);
      await sending.current.done;
      form.current?.reset();
      setSaid(t('files.recorded'));
      await refresh();
    } catch (thrown) {
      if (thrown instanceof DOMException) setSaid(t('files.stopped'));
      else setError(thrown);
    }
    setShare(null);
  };
  return (
    <form ref={form} className="stack no-print upload" onSubmit={(event) => void send(event)}>
      <h3>{t('files.record')}</h3>
      <ErrorSummary error={error} />
      <TextField
        label={t('files.file')}
        hint={t('files.kinds')}
        type="file"
        name="file"
        accept={KINDS}
        field="file"
        error={errors.get('file')}
        required
      />
      <SelectField
        label={t('files.role')}
        name="role"
        field="role"
        error={errors.get('role')}
        choices={ROLES.map((value) => ({ value, label: word('fileRole', value) }))}
      />
      <SelectField
        label={t('files.language')}
        name="language"
        none={t('files.noLanguage')}
        choices={['ar', 'fr', 'en'].map((value) => ({ value, label: word('language', value) }))}
      />
      <TextField
        label={t('files.title')}
        name="title"
        dir="auto"
        optional
        field="title"
        error={errors.get('title')}
      />
      <div className="actions">
        <Button type="submit" weight="main" busy={share !== null}>
          {t('files.send')}
        </Button>
        {share === null ? null : (
          <>
            <progress value={share} max={1} aria-label={t('files.sending')} />
            <span aria-hidden="true">{formatShare(share, language)}</span>
            <Button weight="quiet" onClick={() => sending.current?.cancel()}>
              {t('files.stop')}
            </Button>
          </>
        )}
        <span role="status">{said}</span>
      </div>
    </form>
  );
}

/** What is told of the file goes before it, and what is empty not at all. */
function bodyOf(form: HTMLFormElement): FormData {
  const filled = new FormData(form);
  const body = new FormData();
  for (const name of ['role', 'language', 'title']) {
    const value = filled.get(name);
    if (typeof value === 'string' && value.trim()) body.append(name, value.trim());
  }
  const file = filled.get('file');
  if (file instanceof File) body.append('file', file);
  return body;
}
