import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import '@/ui/tabs.css';
import type { AgreementFacets } from '../agreement-facets';
import type { ListAddress } from './use-list-address';

const STAGES = ['current', 'drafted'] as const;

/** What is in the register, or what was only drafted. */
export function StageLinks({
  facets,
  address,
}: {
  readonly facets: AgreementFacets['facets'] | undefined;
  readonly address: ListAddress;
}) {
  const { t } = useTranslation('agreements');
  const language = useLanguage();
  const counts = facets?.find(({ code }) => code === 'stage')?.values;
  const shown = address.get('stage') ?? 'current';
  return (
    <nav className="tabs no-print" aria-label={t('stage.label')}>
      {STAGES.map((stage) => {
        const search = new URLSearchParams(address.search);
        search.delete('cursor');
        if (stage === 'current') search.delete('stage');
        else search.set('stage', stage);
        const count = counts?.find(({ value }) => value === stage)?.count ?? 0;
        return (
          <Link
            key={stage}
            to={`?${search}`}
            aria-current={shown === stage ? 'page' : undefined}
            preventScrollReset
          >
            {t(`stage.${stage}`)}{' '}
            {counts ? <span className="muted">{formatNumber(count, language)}</span> : null}
          </Link>
        );
      })}
    </nav>
  );
}
