import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi, useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { SelectField } from '@/ui/field';
import { PageLinks } from '@/ui/page-links';
import { Empty, Loaded } from '@/ui/states';
import { Name, Text } from '@/ui/text';
import type { components } from '../../../.generated/schema';

type Finding = components['schemas']['FindingResponse'];

/** What the nightly search found that cannot be, or hardly, the oldest first. */
export function FindingsPage() {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') === 'resolved' ? 'resolved' : 'open';
  const cursor = search.get('cursor');
  const page = useApi().useQuery(
    'get',
    '/api/v1/findings',
    { params: { query: { state, limit: 50, ...(cursor ? { cursor } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Page
      title={t('findings.title')}
      lead={t('findings.lead')}
      above={<Link to="/staff/review">{t('queue.back')}</Link>}
    >
      <div className="stack">
        <SelectField
          label={t('findings.state')}
          value={state}
          onChange={({ target }) => setSearch({ state: target.value })}
          choices={(['open', 'resolved'] as const).map((value) => ({ value, label: t(`findings.${value}`) }))}
        />
        <Loaded query={page}>
          {({ items, nextCursor, lastRun }) => (
            <>
              {lastRun ? (
                <p className="muted">{t('findings.lastRun', { day: formatDay(lastRun.ranOn, language) })}</p>
              ) : null}
              {items.length === 0 ? <Empty title={t('findings.none')} /> : null}
              <ol className="waiting">
                {items.map((finding) => (
                  <OneFinding key={finding.id} finding={finding} />
                ))}
              </ol>
              <PageLinks nextCursor={nextCursor} />
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

function OneFinding({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const { sentence, agreement, severity, subjectType, subjectId, detail, firstSeenOn, age } = finding;
  return (
    <li>
      <div className="waiting-what">
        <span>{sentence}</span>
        <div>
          <Link
            to={
              subjectType === 'commitment'
                ? `/staff/commitments/${subjectId}`
                : `/staff/agreements/${agreement.id}`
            }
          >
            <Text of={agreement.title} />
          </Link>{' '}
          <span className="muted">
            <Name>{agreement.reference}</Name>
          </span>
        </div>
        {detail ? (
          <small className="muted block">
            <Name>{detail}</Name>
          </small>
        ) : null}
      </div>
      <div className="waiting-age">
        <Badge tone={severity === 'impossible' ? 'late' : 'attention'}>
          {t(`words:severity.${severity}`)}
        </Badge>
        <small className="muted block">
          {t('queue.age', { count: age })} · {formatDay(firstSeenOn, language)}
        </small>
      </div>
    </li>
  );
}
