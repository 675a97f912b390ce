import { useTranslation } from 'react-i18next';
import { useApi, useLanguage } from '@/app/services';
import { formatList } from '@/formats/lists';
import { useText } from '@/ui/text';
import type { components } from '../../.generated/schema';

type Grant = components['schemas']['RoleGrantResponse'];

/** Roles and for what they are held: the country, regions, sectors or an organisation. */
export function GrantList({ grants }: { readonly grants: readonly Grant[] }) {
  const { t } = useTranslation('account');
  const say = useGrantInWords();
  if (grants.length === 0) return <>{t('grants.none')}</>;
  return (
    <ul className="plain-list">
      {grants.map((grant) => (
        <li key={JSON.stringify(grant)}>{say(grant)}</li>
      ))}
    </ul>
  );
}

/** Says one grant; names of regions and sectors are read once and kept. */
export function useGrantInWords(): (grant: Grant) => string {
  const { t } = useTranslation('words');
  const text = useText();
  const language = useLanguage();
  const api = useApi();
  const once = { staleTime: 600_000, retry: false } as const;
  const whole = { params: { query: { limit: 100 } } } as const;
  const { data: regions } = api.useQuery('get', '/api/v1/regions', whole, once);
  const { data: sectors } = api.useQuery('get', '/api/v1/sectors', whole, once);
  const named = (codes: readonly string[] | undefined) =>
    (codes ?? []).map((code) => {
      const known = [...(regions?.items ?? []), ...(sectors?.items ?? [])].find((each) => each.code === code);
      return (known && text(known.names)) || code;
    });
  return ({ role, scope }) => {
    const where = scope.codes?.length
      ? formatList(named(scope.codes), language)
      : t(`scopeKind.${scope.kind}`);
    return `${t(`role.${role as 'officer'}`)} · ${where}`;
  };
}

export type { Grant };
