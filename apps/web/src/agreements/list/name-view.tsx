import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useClient, useRefresh } from '@/app/services';
import { useSending } from '@/app/use-sending';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { Checkbox, TextField } from '@/ui/field';
import type { components } from '../../../.generated/schema';
import type { ViewContent } from './view-address';

export type KeptView = components['schemas']['SavedViewResponse'];

/** Asks for the name of a view: of what is shown, to keep it, or of one that is kept, to rename it. */
export function NameView({
  list,
  view,
  content = view,
  onClose,
  onKept,
}: {
  readonly list: KeptView['list'];
  readonly view?: KeptView;
  readonly content?: ViewContent;
  readonly onClose: () => void;
  readonly onKept?: (view: KeptView) => void;
}) {
  const { t } = useTranslation(['agreements', 'ui']);
  const client = useClient();
  const refresh = useRefresh();
  const { error, busy, send } = useSending();
  const [name, setName] = useState(view?.name ?? '');
  const [isDefault, setDefault] = useState(view?.isDefault ?? false);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      name: name.trim(),
      query: content?.query ?? '',
      columns: [...(content?.columns ?? [])],
      isDefault,
    };
    void send(
      async () =>
        view
          ? client.PUT('/api/v1/me/views/{id}', { params: { path: { id: view.id } }, body })
          : client.POST('/api/v1/me/views', { body: { ...body, list } }),
      ({ data }) =>
        void refresh().then(() => {
          onClose();
          if (data) onKept?.(data);
        }),
    );
  };
  return (
    <Dialog open title={t(view ? 'views.rename' : 'views.save')} onClose={onClose}>
      <form className="stack" onSubmit={keep}>
        <ErrorSummary error={error} />
        <TextField
          label={t('views.name')}
          hint={t('views.nameHint')}
          field="name"
          error={fieldErrorsOf(error).get('name')}
          dir="auto"
          maxLength={80}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Checkbox
          label={t('views.first')}
          hint={t('views.firstHint')}
          checked={isDefault}
          onChange={({ target }) => setDefault(target.checked)}
        />
        <div className="actions">
          <Button type="submit" weight="main" busy={busy}>
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
