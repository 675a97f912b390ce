import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { useWord } from '@/words/use-word';
import { Badge } from '../badge';
import { Bar, Column } from '../bar';
import { BurnUpPicture } from '../burn-up';
import { LineChart } from '../line-chart';
import { Button, ButtonLink } from '../button';
import { CopyButton } from '../copy-button';
import { Dialog } from '../dialog';
import { ChangeBadge } from '../difference';
import { ErrorSummary } from '../error-summary';
import { Fact, Facts } from '../facts';
import { Checkbox, ChoiceGroup, SelectField, TextArea, TextField } from '../field';
import { Notice } from '../notice';
import { PageLinks } from '../page-links';
import { ProgressLine } from '../progress-line';
import { QrCode } from '../qr-code';
import { SideBySide } from '../side-by-side';
import { DaysLeft, DeadlineDate } from '../stated-date';
import { Empty, Failure, Skeleton } from '../states';
import { Table } from '../table';
import { Tabs } from '../tabs';
import { Name, Text } from '../text';
import { Timeline } from '../timeline';
import { ChipRow, Deadline, FacetList, Finding, Keys, Quantity, WalkedRows } from './list-specimens';

/** A component with made-up content in the reader's language. Each file of `ui/` has its place here: a test looks. */
export interface NamedSpecimen {
  readonly name: string;
  readonly Specimen: ComponentType;
}

const TITLE = { ar: 'مذكرة تفاهم خيالية', fr: 'Mémorandum fictif', en: 'Fictional memorandum' };
const ARABIC_ONLY = { ar: 'اتفاق مكتوب بالعربية وحدها', fr: null, en: null };
const YEAR = { stated: '2029', precision: 'year', lastDay: '2029-12-31' } as const;
const HALF = { stated: '2027-H1', precision: 'half_year', lastDay: '2027-06-30' } as const;
const REFUSED = {
  type: 'about:blank',
  title: 'Refused',
  status: 422,
  code: 'invalid_request',
  instance: '/',
};

export const SPECIMENS: readonly NamedSpecimen[] = [
  { name: 'button', Specimen: Buttons },
  { name: 'field', Specimen: Fields },
  { name: 'error-summary', Specimen: Summary },
  { name: 'notice', Specimen: Notices },
  { name: 'badge', Specimen: Badges },
  { name: 'states', Specimen: States },
  { name: 'text', Specimen: Texts },
  { name: 'stated-date', Specimen: Dates },
  { name: 'facts', Specimen: FactList },
  { name: 'table', Specimen: Rows },
  { name: 'tabs', Specimen: TabRow },
  { name: 'timeline', Specimen: TimeLine },
  { name: 'dialog', Specimen: Question },
  { name: 'difference', Specimen: Changes },
  { name: 'side-by-side', Specimen: Sides },
  { name: 'copy-button', Specimen: Copies },
  { name: 'qr-code', Specimen: Code },
  { name: 'chips', Specimen: ChipRow },
  { name: 'facets', Specimen: FacetList },
  { name: 'combobox', Specimen: Finding },
  { name: 'deadline-field', Specimen: Deadline },
  { name: 'quantity-field', Specimen: Quantity },
  { name: 'row-keys', Specimen: WalkedRows },
  { name: 'shortcut-list', Specimen: Keys },
  { name: 'page-links', Specimen: Pages },
  { name: 'progress-line', Specimen: Progress },
  { name: 'bar', Specimen: Bars },
  { name: 'burn-up', Specimen: Picture },
  { name: 'line-chart', Specimen: Lines },
];

function Buttons() {
  const { t } = useTranslation('ui');
  return (
    <div className="actions">
      <Button weight="main">{t('save')}</Button>
      <Button>{t('retry')}</Button>
      <Button weight="grave">{t('cancel')}</Button>
      <Button weight="quiet">{t('close')}</Button>
      <Button busy>{t('loading')}</Button>
      <Button hindrance={t('failure.next.forbidden')}>{t('save')}</Button>
      <ButtonLink to=".">{t('pages.next')}</ButtonLink>
    </div>
  );
}

function Fields() {
  const { t } = useTranslation(['ui', 'words']);
  const [chosen, choose] = useState<readonly string[]>(['day']);
  const choices = ['day', 'month', 'year'].map((value) => ({
    value,
    label: t(`words:precision.${value as 'day' | 'month' | 'year'}`),
  }));
  return (
    <div className="stack">
      <TextField label={t('words:field.title')} hint={t('ui:showcase.hint')} defaultValue="2T Services" />
      <TextField label={t('words:field.capacity')} optional error={t('ui:failure.next.stale')} />
      <TextArea label={t('words:field.summary')} />
      <SelectField label={t('words:field.deadline')} choices={choices} none="" />
      <ChoiceGroup label={t('words:field.deadline')} choices={choices} chosen={chosen} onChange={choose} />
      <Checkbox label={t('words:field.published')} hint={t('ui:showcase.hint')} />
    </div>
  );
}

function Summary() {
  const { t } = useTranslation('ui');
  return (
    <ErrorSummary
      takesFocus={false}
      error={{ ...REFUSED, errors: [{ field: 'title', code: 'required', message: t('failure.next.stale') }] }}
    />
  );
}

function Notices() {
  const { t } = useTranslation('ui');
  return (
    <div className="stack">
      {(['plain', 'good', 'attention', 'late'] as const).map((tone) => (
        <Notice key={tone} tone={tone} title={t('errorSummary')}>
          {t('failure.next.busy')}
        </Notice>
      ))}
    </div>
  );
}

function Badges() {
  const { t } = useTranslation('words');
  return (
    <div className="actions">
      <Badge>{t('legalState.announced')}</Badge>
      <Badge tone="good">{t('legalState.in_force')}</Badge>
      <Badge tone="attention">{t('status.due_soon')}</Badge>
      <Badge tone="late">{t('status.overdue_unreported')}</Badge>
    </div>
  );
}

function States() {
  const { t } = useTranslation('ui');
  return (
    <div className="stack">
      <Skeleton lines={2} />
      <Empty title={t('showcase.empty')}>{t('failure.next.notFound')}</Empty>
      <Failure error={new TypeError('no network')} onRetry={() => undefined} />
    </div>
  );
}

function Texts() {
  return (
    <ul>
      <li>
        <Text of={TITLE} />
      </li>
      <li>
        <Text of={ARABIC_ONLY} /> (MIT-2025-0007)
      </li>
      <li>
        <Name>2T Services (الناظور)</Name>
      </li>
    </ul>
  );
}

function Dates() {
  return (
    <ul>
      <li>
        <DeadlineDate date={YEAR} />: <DaysLeft days={1126} />
      </li>
      <li>
        <DeadlineDate date={HALF} />: <DaysLeft days={0} />
      </li>
      <li>
        <DaysLeft days={-3} />
      </li>
    </ul>
  );
}

function FactList() {
  const { t } = useTranslation('words');
  return (
    <Facts>
      <Fact name={t('field.title')}>
        <Text of={TITLE} />
      </Fact>
      <Fact name={t('field.deadline')}>
        <DeadlineDate date={YEAR} />
      </Fact>
    </Facts>
  );
}

function Rows() {
  const { t } = useTranslation('words');
  const [sort, setSort] = useState('title');
  return (
    <Table
      caption={t('field.commitments')}
      columns={[
        {
          key: 'title',
          heading: t('field.title'),
          cell: (row: { key: string }) => row.key,
          isRowHeading: true,
          sortKey: 'title',
        },
        { key: 'value', heading: t('field.value'), cell: () => '1 250', numeric: true },
      ]}
      rows={[{ key: 'MIT-2025-0007' }, { key: 'MIT-2025-0008' }]}
      rowKey={({ key }) => key}
      sort={sort}
      onSort={setSort}
    />
  );
}

function TabRow() {
  const { t } = useTranslation('words');
  return (
    <Tabs
      label={t('field.history')}
      tabs={[
        { to: '.', name: t('field.commitments'), count: '3' },
        { to: 'elsewhere', name: t('field.documents') },
      ]}
    />
  );
}

function TimeLine() {
  const { t } = useTranslation('words');
  return (
    <Timeline
      entries={[
        { key: '1', when: <DeadlineDate date={HALF} />, what: t('legalState.signed') },
        { key: '2', when: <DeadlineDate date={YEAR} />, what: t('legalState.in_force') },
      ]}
    />
  );
}

function Question() {
  const { t } = useTranslation('ui');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('showcase.open')}</Button>
      <Dialog open={open} title={t('errorSummary')} onClose={() => setOpen(false)}>
        {t('failure.next.stale')}
      </Dialog>
    </>
  );
}

function Pages() {
  return <PageLinks nextCursor="next" />;
}

function Progress() {
  const { t } = useTranslation('ui');
  return <ProgressLine active={false} label={t('loading')} />;
}

function Bars() {
  return (
    <div className="stack">
      <Bar length={70} />
      <Bar length={25} quiet />
      <div className="specimen-columns">
        <Column length={40} />
        <Column length={100} />
      </div>
    </div>
  );
}

/** Of a fictional promise of 200 jobs. */
function Picture() {
  const word = useWord();
  const language = useLanguage();
  return (
    <BurnUpPicture
      series={{
        promisedLine: 'milestones',
        promised: [
          { day: '2025-03-01', value: 0 },
          { day: '2027-06-30', value: 80 },
          { day: '2029-12-31', value: 200 },
        ],
        claimed: [
          { day: '2026-03-31', value: 48 },
          { day: '2026-12-31', value: 90 },
        ],
        accepted: [
          { day: '2026-03-31', value: 40 },
          { day: '2026-12-31', value: 72 },
        ],
        forecast: {
          ...{ from: { day: '2026-12-31', value: 72 }, target: 200 },
          ...{ earliest: '2029-02-01', latest: '2031-08-01' },
        },
      }}
      deadlines={[
        { day: '2028-12-31', kind: 'first', act: null },
        { day: '2029-12-31', kind: 'now', act: 'amendment' },
      ]}
      nameOf={(value) => formatNumber(value, language)}
      words={{
        ...{ chart: word('field', 'quantity'), told: word('unit', 'jobs'), band: word('field', 'quantity') },
        ...{ milestones: word('field', 'milestones'), assumed: word('field', 'quantity') },
        claimed: word('evidenceBand', 'reported'),
        accepted: word('evidenceBand', 'independently_verified'),
        deadline: {
          first: word('field', 'deadline'),
          moved: word('moveAct', 'suspension'),
          now: word('moveAct', 'amendment'),
        },
      }}
    />
  );
}

function Lines() {
  const { t } = useTranslation('ui');
  const seen = [
    { at: 2021, value: 100 },
    { at: 2024, value: 141 },
    { at: 2025, value: 148 },
  ];
  const towards = (value: number) => [
    { at: 2025, value: 148 },
    { at: 2031, value },
  ];
  return (
    <LineChart
      label={t('showcase.title')}
      told={t('showcase.hint')}
      lines={[
        { kind: 'observed', name: t('showcase.title'), points: seen },
        { kind: 'needed', name: t('showcase.open'), points: towards(270) },
        { kind: 'pace', name: t('showcase.copy'), points: towards(204) },
      ]}
    />
  );
}

function Changes() {
  return (
    <div className="actions">
      <ChangeBadge kind="added" />
      <ChangeBadge kind="changed" />
      <ChangeBadge kind="removed" />
    </div>
  );
}

function Sides() {
  const { t } = useTranslation('words');
  return (
    <SideBySide main={<Text of={TITLE} />} beside={t('field.sources')} besideLabel={t('field.sources')} />
  );
}

function Copies() {
  const { t } = useTranslation('ui');
  return <CopyButton text="MIT-2025-0007" label={t('showcase.copy')} />;
}

function Code() {
  const { t } = useTranslation('ui');
  return <QrCode text="https://register.test/MIT-2025-0007" label={t('showcase.code')} />;
}
