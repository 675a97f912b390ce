import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { type Sending, sendFile } from '@/agreements/record/send-file';
import { useLanguage } from '@/app/services';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Checkbox, SelectField, TextArea, TextField } from '@/ui/field';
import { useWord } from '@/words/use-word';

/** What an organisation can hand in; a visit to the site is the house's own proof. */
const KINDS = [
  ...['company_document', 'payroll_or_cnss', 'zone_manager_or_ministry', 'independent_audit'],
  'self_declared',
];
/** Photographs and documents, as the register takes them; a telephone offers its camera for the former. */
const TYPES = 'image/png,image/jpeg,.pdf,.tif,.tiff,.docx,.xlsx,.odt';

/** Adds a photo or a file behind the figure; one that names people says so, and what it says in sum. */
export function AddEvidence({
  reportId,
  onAdded,
}: {
  readonly reportId: string;
  readonly onAdded: () => Promise<void>;
}) {
  const { t } = useTranslation('portal');
  const word = useWord();
  const language = useLanguage();
  const sending = useRef<Sending | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const [names, setNames] = useState(false);
  const errors = fieldErrorsOf(error);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setError(null);
    setSaid('');
    setShare(0);
    try {
      const address = `/api/v1/reports/${reportId}/evidence`;
      sending.current = sendFile(address, bodyOf(form), language, setShare);
      await sending.current.done;
      form.reset();
      setNames(false);
      setSaid(t('evidence.added'));
      await onAdded();
    } catch (thrown) {
      if (thrown instanceof DOMException) setSaid(t('evidence.stopped'));
      else setError(thrown);
    }
    setShare(null);
  };
  return (
    <form className="stack" aria-label={t('evidence.add')} onSubmit={(event) => void send(event)}>
      <ErrorSummary error={error} />
      <TextField
        label={t('evidence.file')}
        hint={t('evidence.fileHint')}
        type="file"
        name="file"
        accept={TYPES}
        field="file"
        error={errors.get('file')}
        required
      />
      <SelectField
        label={t('evidence.kind')}
        name="kind"
        field="kind"
        error={errors.get('kind')}
        choices={KINDS.map((value) => ({ value, label: word('evidenceRank', value) }))}
      />
      <Checkbox
        label={t('evidence.nominative')}
        hint={t('evidence.nominativeHint')}
        checked={names}
        onChange={({ currentTarget }) => setNames(currentTarget.checked)}
      />
      {names ? (
        <TextArea
          label={t('evidence.extract')}
          hint={t('evidence.extractHint')}
          name="extract"
          field="extract"
          error={errors.get('extract')}
          dir="auto"
          maxLength={2000}
        />
      ) : null}
      <div className="actions">
        <Button type="submit" busy={share !== null}>
          {t('evidence.add')}
        </Button>
        {share === null ? null : (
          <>
            <progress value={share} max={1} aria-label={t('evidence.sending')} />
            <Button weight="quiet" onClick={() => sending.current?.cancel()}>
              {t('evidence.stop')}
            </Button>
          </>
        )}
        <span role="status">{said}</span>
      </div>
    </form>
  );

  /** What is told of the file goes before it. */
  function bodyOf(form: HTMLFormElement): FormData {
    const filled = new FormData(form);
    const body = new FormData();
    const extract = filled.get('extract');
    body.append('figure', 'value');
    body.append('kind', String(filled.get('kind')));
    body.append('nominative', names ? 'yes' : 'no');
    if (typeof extract === 'string' && extract.trim()) body.append('extract', extract.trim());
    const file = filled.get('file');
    if (file instanceof File) body.append('file', file);
    return body;
  }
}
