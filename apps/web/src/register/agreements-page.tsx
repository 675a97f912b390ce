import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useServices } from '@/app/services';
import { PageLinks } from '@/ui/page-links';
import { Empty, Loaded } from '@/ui/states';
import { AgreementFilters } from './agreement-filters';
import { AgreementList } from './agreement-list';
import { DefinitionLink } from './figure-links';
import { HeadlineFigures } from './headline-figures';
import { useTotalOf } from './names';
import { Narrowings } from './narrowings';
import { agreementsQuery, headlinesQuery } from './queries';
import { agreementsAsked } from './question';
import { useStatusOf } from './status';

/** The first page: what is promised in all, and the agreements that are published. */
export function AgreementsPage() {
  const { t } = useTranslation('register');
  const { api } = useServices();
  const [address] = useSearchParams();
  const headlines = useQuery(headlinesQuery(api));
  const agreements = useQuery(agreementsQuery(api, agreementsAsked(address)));
  const totalOf = useTotalOf();
  useStatusOf(agreements.error);
  return (
    <Page title={t('title')} lead={t('lead')} description={t('lead')}>
      <div className="stack-loose">
        <Loaded query={headlines} lines={4}>
          {(found) => <HeadlineFigures {...found} />}
        </Loaded>
        <section className="section" aria-labelledby="published-agreements">
          <h2 id="published-agreements">{t('list.title')}</h2>
          <AgreementFilters facets={agreements.data?.facets ?? null} />
          <Loaded query={agreements} lines={12}>
            {(page) => (
              <div className="stack" aria-busy={agreements.isPlaceholderData || undefined}>
                <div className="row">
                  <p role="status">{t('list.found', { count: page.total, total: totalOf(page) })}</p>
                  <DefinitionLink id="number.agreements">{t('rows.definition')}</DefinitionLink>
                  <Narrowings base="/" />
                </div>
                {page.items.length > 0 ? (
                  <AgreementList agreements={page.items} />
                ) : (
                  <Empty title={t('list.empty')}>{t('list.emptyNext')}</Empty>
                )}
                <PageLinks nextCursor={page.nextCursor} />
              </div>
            )}
          </Loaded>
        </section>
      </div>
    </Page>
  );
}
