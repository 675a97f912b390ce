import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useApi, useClient, useRefresh } from '@/app/services';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { ChoiceGroup, TextField } from '@/ui/field';
import { useText } from '@/ui/text';
import type { components } from '../../.generated/schema';
import type { Account } from '@/app/session';
import { useSending } from '@/app/use-sending';

export type MadeToken = components['schemas']['MadeTokenResponse'];
type Permission = components['schemas']['TokenRequest']['permissions'][number];

interface TokenFormProps {
  readonly account: Account;
  readonly onMade: (token: MadeToken) => void;
  readonly onCancel: () => void;
}

/** What a new token is for, what it may, and until when. */
export function TokenForm({ account, onMade, onCancel }: TokenFormProps) {
  const { t } = useTranslation('account');
  const client = useClient();
  const refresh = useRefresh();
  const choices = usePermissionChoices(account);
  const [name, setName] = useState('');
  const [until, setUntil] = useState('');
  const [permissions, setPermissions] = useState<readonly string[]>([]);
  const { error, busy, send } = useSending();
  const errors = fieldErrorsOf(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      name,
      permissions: permissions as Permission[],
      expiresAt: until ? `${until}T00:00:00Z` : '',
    };
    void send(
      () => client.POST('/api/v1/me/tokens', { body }),
      ({ data }) => {
        if (data) onMade(data);
        void refresh();
      },
    );
  };
  return (
    <section className="section">
      <h2>{t('tokens.make')}</h2>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary error={error} />
        <TextField
          label={t('tokens.name')}
          hint={t('tokens.nameHint')}
          field="name"
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={errors.get('name') ?? null}
        />
        <TextField
          label={t('tokens.until')}
          hint={t('tokens.untilHint')}
          field="expiresAt"
          type="date"
          value={until}
          onChange={({ target }) => setUntil(target.value)}
          error={errors.get('expiresAt') ?? null}
        />
        <div className="choice-columns">
          <ChoiceGroup
            label={t('tokens.permissions')}
            hint={t('tokens.permissionsHint')}
            field="permissions"
            several
            choices={choices}
            chosen={permissions}
            onChange={setPermissions}
            error={errors.get('permissions') ?? null}
          />
        </div>
        <div className="actions">
          <Button type="submit" weight="main" busy={busy}>
            {t('tokens.make')}
          </Button>
          <Button weight="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** What the account may, in words; a token carries some of it. */
function usePermissionChoices({ permissions }: Account) {
  const text = useText();
  const { data } = useApi().useQuery('get', '/api/v1/roles', {}, { staleTime: 600_000 });
  return useMemo(() => {
    const sentences = new Map(
      (data?.items ?? [])
        .flatMap((role) => role.permissions)
        .map((each) => [each.permission, each.sentences]),
    );
    return permissions.map((permission) => ({
      value: permission,
      label: text(sentences.get(permission)) || permission,
    }));
  }, [data, permissions, text]);
}
