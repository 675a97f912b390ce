import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Text } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';
import { monthDayOf, yearsOf } from './holiday-years';

type Holiday = components['schemas']['HolidayResponse'];

/** Days off: the fixed ones, and those of each year as they are announced or estimated. */
export function HolidaysPage() {
  const { t } = useTranslation('admin');
  const { can } = useSession();
  const query = useApi().useQuery('get', '/api/v1/holidays', { params: { query: { limit: 100 } } });
  return (
    <AdminPage
      title={t('place.holidays')}
      lead={t('holidays.lead')}
      actions={
        can('reference.correct') ? (
          <ButtonLink weight="main" to="/staff/admin/holidays/new">
            {t('holidays.announce')}
          </ButtonLink>
        ) : null
      }
    >
      <Loaded query={query}>{({ items }) => <Years holidays={items} />}</Loaded>
    </AdminPage>
  );
}

function Years({ holidays }: { readonly holidays: readonly Holiday[] }) {
  const { t } = useTranslation('admin');
  const [search] = useSearchParams();
  const years = yearsOf(holidays);
  const year = search.get('year');
  const dated = holidays.filter(({ kind, firstDay }) => kind === 'dated' && firstDay?.startsWith(year ?? ''));
  return (
    <>
      <section className="section">
        <h2>{t('holidays.dated')}</h2>
        <nav className="row" aria-label={t('holidays.years')}>
          <Link to="?" aria-current={year === null ? 'page' : undefined}>
            {t('holidays.allYears')}
          </Link>
          {years.map((each) => (
            <Link key={each} to={`?year=${each}`} aria-current={year === each ? 'page' : undefined}>
              {each}
            </Link>
          ))}
        </nav>
        <HolidayTable caption={t('holidays.dated')} holidays={dated} />
      </section>
      <section className="section">
        <h2>{t('holidays.fixed')}</h2>
        <HolidayTable
          caption={t('holidays.fixed')}
          holidays={holidays.filter(({ kind }) => kind === 'fixed')}
        />
      </section>
      <section className="section">
        <h2>{t('holidays.feasts')}</h2>
        <HolidayTable
          caption={t('holidays.feasts')}
          holidays={holidays.filter(({ kind }) => kind === 'lunar')}
        />
      </section>
    </>
  );
}

function HolidayTable({
  caption,
  holidays,
}: {
  readonly caption: string;
  readonly holidays: readonly Holiday[];
}) {
  const { t } = useTranslation(['admin', 'words']);
  const language = useLanguage();
  return (
    <Table
      caption={caption}
      captionHidden
      rows={holidays}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          heading: t('holidays.name'),
          isRowHeading: true,
          cell: ({ id, names }) => (
            <Link to={`/staff/admin/holidays/${id}`}>
              <Text of={names} />
            </Link>
          ),
        },
        {
          key: 'when',
          heading: t('holidays.when'),
          cell: ({ firstDay, monthDay }) => {
            if (firstDay) return formatDay(firstDay, language);
            return monthDay ? monthDayOf(monthDay, language) : t('holidays.moves');
          },
        },
        {
          key: 'days',
          heading: t('holidays.days'),
          cell: ({ days, usualDays }) => t('holidays.dayCount', { count: days ?? usualDays ?? 1 }),
        },
        {
          key: 'status',
          heading: t('holidays.status'),
          cell: ({ status }) => (
            <Badge tone={status === 'estimated' ? 'attention' : status === 'announced' ? 'good' : 'plain'}>
              {t(`words:holidayStatus.${status}`)}
            </Badge>
          ),
        },
      ]}
    />
  );
}
