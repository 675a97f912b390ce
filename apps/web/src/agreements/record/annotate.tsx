import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { LANGUAGES, directionOf } from '@/app/languages';
import { useApi, useRefresh } from '@/app/services';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { SelectField, TextArea, TextField } from '@/ui/field';
import { useText } from '@/ui/text';
import type { Agreement } from './agreement-record';

type Texts = Record<(typeof LANGUAGES)[number], string>;

/** Changes what says how the register speaks of an agreement, and no promise: title, summary, owner, tags. */
export function Annotate({
  agreement,
  onClose,
}: {
  readonly agreement: Agreement;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['agreements', 'ui', 'words']);
  const text = useText();
  const api = useApi();
  const refresh = useRefresh();
  const positions = api.useQuery('get', '/api/v1/positions', { params: { query: { limit: 100 } } });
  const change = api.useMutation('patch', '/api/v1/agreements/{id}');
  const [title, setTitle] = useState(textsOf(agreement.title));
  const [summary, setSummary] = useState(textsOf(agreement.summary));
  const [owner, setOwner] = useState(agreement.owner?.positionId ?? '');
  const [tags, setTags] = useState(agreement.tags.join(', '));
  const errors = fieldErrorsOf(change.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      {
        params: { path: { id: agreement.id }, header: { 'If-Match': `"${agreement.revision}"` } },
        body: {
          title: filled(title),
          summary: Object.values(summary).some((words) => words.trim()) ? filled(summary) : null,
          ...(owner ? { ownerPositionId: owner } : {}),
          tags: tags
            .split(/[,،]/)
            .map((tag) => tag.trim())
            .filter(Boolean),
        },
      },
      { onSuccess: () => void refresh().then(onClose) },
    );
  };
  return (
    <Dialog open title={t('annotate.title')} onClose={onClose}>
      <form className="stack" onSubmit={send}>
        <ErrorSummary error={change.error} />
        {LANGUAGES.map((language) => (
          <TextField
            key={language}
            label={`${t('words:field.title')} (${t(`words:language.${language}`)})`}
            lang={language}
            dir={directionOf(language)}
            field={`title.${language}`}
            error={errors.get(`title.${language}`)}
            value={title[language]}
            onChange={({ target }) => setTitle({ ...title, [language]: target.value })}
          />
        ))}
        {LANGUAGES.map((language) => (
          <TextArea
            key={language}
            label={`${t('words:field.summary')} (${t(`words:language.${language}`)})`}
            optional
            lang={language}
            dir={directionOf(language)}
            field={`summary.${language}`}
            error={errors.get(`summary.${language}`)}
            value={summary[language]}
            onChange={({ target }) => setSummary({ ...summary, [language]: target.value })}
          />
        ))}
        <SelectField
          label={t('words:field.owner')}
          field="ownerPositionId"
          error={errors.get('ownerPositionId')}
          none={t('annotate.keepOwner')}
          choices={(positions.data?.items ?? []).map(({ id, names }) => ({ value: id, label: text(names) }))}
          value={owner}
          onChange={({ target }) => setOwner(target.value)}
        />
        <TextField
          label={t('words:field.tags')}
          hint={t('annotate.tagsHint')}
          optional
          field="tags"
          error={errors.get('tags')}
          dir="auto"
          value={tags}
          onChange={({ target }) => setTags(target.value)}
        />
        <div className="actions">
          <Button type="submit" weight="main" busy={change.isPending}>
            {t('ui:save')}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function textsOf(of: Agreement['title']): Texts {
  return { ar: of?.ar ?? '', fr: of?.fr ?? '', en: of?.en ?? '' };
}

function filled(texts: Texts): Partial<Texts> {
  return Object.fromEntries(
    Object.entries(texts)
      .map(([language, words]) => [language, words.trim()] as const)
      .filter(([, words]) => words !== ''),
  );
}
