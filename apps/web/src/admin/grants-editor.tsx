import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import { Button } from '@/ui/button';
import { ChoiceGroup, SelectField } from '@/ui/field';
import { useText } from '@/ui/text';
import { STAFF_ROLES, type StaffRole } from './roles';

/** A role of staff and for what it is held, while it is edited. */
export interface DraftGrant {
  readonly role: StaffRole;
  readonly scope: { readonly kind: 'country' | 'regions' | 'sectors'; readonly codes?: readonly string[] };
}

/** The same as the API takes it. */
export function grantBodies(grants: readonly DraftGrant[]) {
  return grants.map(({ role, scope: { kind, codes } }) => ({
    role,
    scope: kind === 'country' ? { kind } : { kind, codes: [...(codes ?? [])] },
  }));
}

interface GrantsEditorProps {
  readonly grants: readonly DraftGrant[];
  readonly onChange: (grants: readonly DraftGrant[]) => void;
  readonly errors: ReadonlyMap<string, string>;
}

/** Roles with their scopes: the whole country, some regions, some sectors. */
export function GrantsEditor({ grants, onChange, errors }: GrantsEditorProps) {
  const { t } = useTranslation('admin');
  const put = (index: number, grant: DraftGrant) =>
    onChange(grants.map((each, place) => (place === index ? grant : each)));
  return (
    <fieldset className="field" id="field-grants" tabIndex={-1}>
      <legend>{t('grants.title')}</legend>
      {errors.get('grants') ? <p className="field-error">{errors.get('grants')}</p> : null}
      <div className="stack">
        {grants.map((grant, index) => (
          <GrantEditor
            key={index}
            grant={grant}
            path={`grants.${index}`}
            errors={errors}
            onChange={(changed) => put(index, changed)}
            onRemove={grants.length > 1 ? () => onChange(grants.filter((_, place) => place !== index)) : null}
          />
        ))}
        <div>
          <Button
            onClick={() => onChange([...grants, { role: firstFree(grants), scope: { kind: 'country' } }])}
          >
            {t('grants.add')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

function firstFree(grants: readonly DraftGrant[]): StaffRole {
  return STAFF_ROLES.find((role) => !grants.some((grant) => grant.role === role)) ?? 'officer';
}

interface GrantEditorProps {
  readonly grant: DraftGrant;
  readonly path: string;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (grant: DraftGrant) => void;
  readonly onRemove: (() => void) | null;
}

function GrantEditor({ grant, path, errors, onChange, onRemove }: GrantEditorProps) {
  const { t } = useTranslation(['admin', 'words']);
  const { role, scope } = grant;
  const kinds = ['country', 'regions', 'sectors'] as const;
  return (
    <div className="grant-editor">
      <SelectField
        label={t('grants.role')}
        hint={t(`grants.duty.${role}`)}
        field={`${path}.role`}
        choices={STAFF_ROLES.map((value) => ({ value, label: t(`words:role.${value}`) }))}
        value={role}
        onChange={({ target }) => onChange({ ...grant, role: target.value as StaffRole })}
        error={errors.get(`${path}.role`) ?? null}
      />
      <SelectField
        label={t('grants.scope')}
        field={`${path}.scope.kind`}
        choices={kinds.map((value) => ({ value, label: t(`words:scopeKind.${value}`) }))}
        value={scope.kind}
        onChange={({ target }) =>
          onChange({ ...grant, scope: { kind: target.value as 'country', codes: [] } })
        }
        error={errors.get(`${path}.scope.kind`) ?? errors.get(`${path}.scope`) ?? null}
      />
      {scope.kind === 'country' ? null : (
        <CodesOfScope
          kind={scope.kind}
          field={`${path}.scope.codes`}
          chosen={scope.codes ?? []}
          onChange={(codes) => onChange({ ...grant, scope: { ...scope, codes } })}
          error={errors.get(`${path}.scope.codes`) ?? null}
        />
      )}
      {onRemove ? (
        <div>
          <Button weight="quiet" onClick={onRemove}>
            {t('grants.remove')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

interface CodesOfScopeProps {
  readonly kind: 'regions' | 'sectors';
  readonly field: string;
  readonly chosen: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
  readonly error: string | null;
}

function CodesOfScope({ kind, field, chosen, onChange, error }: CodesOfScopeProps) {
  const { t } = useTranslation('words');
  const text = useText();
  const { data } = useApi().useQuery('get', `/api/v1/${kind}`, { params: { query: { limit: 100 } } });
  return (
    <ChoiceGroup
      label={t(`scopeKind.${kind}`)}
      field={field}
      several
      choices={(data?.items ?? []).map(({ code, names }) => ({ value: code, label: text(names) || code }))}
      chosen={chosen}
      onChange={onChange}
      error={error}
    />
  );
}
