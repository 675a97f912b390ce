import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useLanguage, useServices } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { PageLinks } from '@/ui/page-links';
import { Empty, Loaded } from '@/ui/states';
import { CommitmentRows } from './commitment-rows';
import { AbsenceLink, DefinitionLink } from './figure-links';
import type { FoundFigures } from './figures';
import { useTotalOf } from './names';
import { Narrowings } from './narrowings';
import { commitmentsQuery, figuresQuery } from './queries';
import { type RowsQuestion, rowsAsked } from './question';
import { useStatusOf } from './status';
import { useCounted } from './words';

/** The rows behind a number: which number they make up, in words, and the rows themselves. */
export function CommitmentsPage() {
  const { t } = useTranslation('register');
  const { api } = useServices();
  const [address] = useSearchParams();
  const question = rowsAsked(address);
  const { sort: _, cursor: __, ...choice } = question;
  const rows = useQuery(commitmentsQuery(api, question));
  const figures = useQuery(figuresQuery(api, choice));
  const totalOf = useTotalOf();
  useStatusOf(rows.error);
  return (
    <Page title={t('rows.title')} lead={t('rows.lead')} above={<Link to="/totals">{t('rows.above')}</Link>}>
      <div className="stack">
        <Narrowings base="/commitments" />
        <Loaded query={rows} lines={10}>
          {(page) => (
            <div className="stack-loose" aria-busy={rows.isPlaceholderData || undefined}>
              <Makes
                figures={(figures.isPlaceholderData ? undefined : figures.data) ?? {}}
                question={choice}
                total={t('rows.count', { count: page.total, total: totalOf(page) })}
              />
              {page.items.length > 0 ? (
                <CommitmentRows rows={page.items} />
              ) : (
                <Empty title={t('rows.empty')}>{t('rows.emptyNext')}</Empty>
              )}
              <PageLinks nextCursor={page.nextCursor} />
            </div>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

/** The number that these rows make up, with what it means. */
function Makes({
  figures: { sum, commitments, agreements_of_commitments: agreements },
  question,
  total,
}: {
  readonly figures: FoundFigures;
  readonly question: RowsQuestion;
  readonly total: string;
}) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const counted = useCounted();
  const definition = sum?.definition ?? commitments?.definition ?? 'number.commitments';
  return (
    <div className="makes">
      {sum ? (
        <p>
          <span className="muted block">{t('rows.sum')}</span>
          <strong className="figure">
            {sum.value === null ? (
              <AbsenceLink absence={sum.absence ?? 'none_recorded'} />
            ) : (
              counted(sum.value, question.unit ?? null)
            )}
          </strong>
        </p>
      ) : null}
      <p>
        {total}
        {agreements?.value ? (
          <>
            {t('separator')}
            {t('rows.inAgreements', {
              count: agreements.value,
              total: formatNumber(agreements.value, language),
            })}
          </>
        ) : null}
      </p>
      <p>
        <DefinitionLink id={definition}>{t('rows.definition')}</DefinitionLink>
      </p>
    </div>
  );
}
