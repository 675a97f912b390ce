import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useApi } from '@/app/services';
import { Loaded } from '@/ui/states';
import { Notice } from '@/ui/notice';
import { Effects } from '../effects/effects-table';

/** What would change elsewhere if the draft became current now. */
export function DraftEffects({ agreementId }: { readonly agreementId: string }) {
  const { t } = useTranslation('review');
  const preview = useApi().useQuery(
    'get',
    '/api/v1/agreements/{id}/draft/preview',
    { params: { path: { id: agreementId } } },
    { retry: false, refetchOnWindowFocus: false },
  );
  const faults = [...fieldErrorsOf(preview.error)];
  return (
    <section className="section">
      <h2>{t('effects.ofDraft')}</h2>
      <p className="muted prose">{t('effects.ofDraftText')}</p>
      {preview.isError && faults.length > 0 ? (
        <Notice tone="attention" title={t('effects.notYet')}>
          <ul>
            {faults.map(([field, message]) => (
              <li key={field}>{message}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Loaded query={preview} lines={4}>
          {({ effects }) => <Effects effects={effects} />}
        </Loaded>
      )}
    </section>
  );
}
