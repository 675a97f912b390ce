import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { LANGUAGES, LANGUAGE_NAMES } from '@/app/languages';
import { useApi, useLanguage, useRefresh } from '@/app/services';
import { useSession } from '@/app/session';
import { formatNumber } from '@/formats/numbers';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Field, SelectField, TextField } from '@/ui/field';
import { Empty } from '@/ui/states';
import { useDraft } from '../draft/draft-context';
import { useIdempotencyKey } from '../pickers/use-idempotency-key';
import { useFiles } from './act-section';
import { useChoices } from './choices';
import { SectionPage } from './section-page';

export function DocumentsSection() {
  const { t } = useTranslation(['logging', 'words']);
  const { agreementId } = useDraft();
  const { can } = useSession();
  const language = useLanguage();
  const files = useFiles(agreementId);
  return (
    <SectionPage section="documents">
      {files.length === 0 ? (
        <Empty title={t('noFiles')}>{t('noFilesText')}</Empty>
      ) : (
        <ul className="tasks">
          {files.map(({ id, role, title, fileName, bytes }) => (
            <li key={id} className="task">
              <div>
                <a className="task-name" href={`/api/v1/agreements/${agreementId}/files/${id}/content`}>
                  <bdi>{title ?? fileName}</bdi>
                </a>
                <p className="task-says muted">
                  <bdi>{fileName}</bdi> ·{' '}
                  {t('kilobytes', { size: formatNumber(Math.max(1, Math.round(bytes / 1024)), language) })}
                </p>
              </div>
              <Badge>{t(`words:fileRole.${role}`)}</Badge>
            </li>
          ))}
        </ul>
      )}
      {can('agreement_file.record') ? <AddFile key={files.length} /> : null}
    </SectionPage>
  );
}

type Role = 'signed_text' | 'amendment' | 'annex' | 'mandate' | 'correspondence' | 'other';

function AddFile() {
  const { t } = useTranslation(['logging', 'words', 'ui']);
  const { agreementId, store, state } = useDraft();
  const choices = useChoices();
  const refresh = useRefresh();
  const [file, setFile] = useState<File | null>(null);
  const [role, setRole] = useState<Role>(state.record.kind === 'amendment' ? 'amendment' : 'signed_text');
  const [language, setLanguage] = useState('');
  const [title, setTitle] = useState('');
  const [missing, setMissing] = useState(false);
  const idempotencyKey = useIdempotencyKey();
  const record = useApi().useMutation('post', '/api/v1/agreements/{id}/files');
  const errors = fieldErrorsOf(record.error);
  const send = () => {
    setMissing(file === null);
    if (!file) return;
    const about = { role, language: language || null, title: title.trim() || null };
    record.mutate(
      {
        params: {
          path: { id: agreementId },
          header: { 'Idempotency-Key': idempotencyKey([about, file.name, file.size, file.lastModified]) },
        },
        body: { ...about, file: file.name },
        bodySerializer: () => formOf(file, about),
      },
      { onSuccess: () => void Promise.all([refresh(), store.refresh()]) },
    );
  };
  return (
    <form
      className="part"
      aria-label={t('addFile')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{t('addFile')}</h2>
      <ErrorSummary error={record.error} />
      <Field
        label={t('file')}
        hint={t('fileHint')}
        field="file"
        error={missing && !file ? t('fileMissing') : (errors.get('file') ?? null)}
      >
        {(wiring) => (
          <input
            type="file"
            className="control"
            accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff,.docx,.xlsx,.odt"
            {...wiring}
            onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? null)}
          />
        )}
      </Field>
      <SelectField
        label={t('fileRole')}
        field="role"
        choices={choices('fileRole')}
        value={role}
        onChange={({ currentTarget }) => setRole(currentTarget.value as Role)}
      />
      <SelectField
        label={t('fileLanguage')}
        optional
        none={t('severalLanguages')}
        choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language}
        onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
      />
      <TextField
        label={t('words:field.title')}
        hint={t('fileTitleHint')}
        optional
        dir="auto"
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <div>
        <Button type="submit" busy={record.isPending}>
          {record.isPending ? t('fileOnItsWay') : t('addFile')}
        </Button>
      </div>
    </form>
  );
}

function formOf(file: File, about: Readonly<Record<string, string | null>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(about)) if (value !== null) form.append(name, value);
  form.append('file', file);
  return form;
}
