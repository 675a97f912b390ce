import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay, formatShortDay, readStated } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { Badge } from '@/ui/badge';
import { useStated } from '@/ui/stated-date';
import { Empty } from '@/ui/states';
import { type Column, Table } from '@/ui/table';
import { Text } from '@/ui/text';
import type { components } from '../../../.generated/schema';
import { daysApart } from './days-apart';
import './effects.css';

export type Effect = components['schemas']['EffectResponse'];
type Area = Effect['area'];

const AREAS: readonly Area[] = ['deadline', 'public_statement', 'total', 'alert'];

/** From so many rows on, a kind of effect is told by its number and opened by who wants to read it. */
const MANY = 12;

/** What a step would change elsewhere: which deadlines move, what is said of each promise, totals, reminders. */
export function Effects({ effects }: { readonly effects: readonly Effect[] }) {
  const { t } = useTranslation('review');
  if (effects.length === 0) return <Empty title={t('effects.none')}>{t('effects.noneText')}</Empty>;
  return (
    <div className="stack">
      {AREAS.map((area) => {
        const rows = effects.filter((effect) => effect.area === area);
        if (rows.length === 0) return null;
        const table = <EffectsOfArea area={area} effects={rows} />;
        return rows.length <= MANY && area !== 'alert' ? (
          <div key={area}>{table}</div>
        ) : (
          <details key={area} className="effects-many">
            <summary>{t(`effects.counted.${area}`, { count: rows.length })}</summary>
            {table}
          </details>
        );
      })}
    </div>
  );
}

function EffectsOfArea({ area, effects }: { readonly area: Area; readonly effects: readonly Effect[] }) {
  const { t } = useTranslation('review');
  const value = useValue(area);
  const appear = effects.every(({ before }) => before === null);
  const disappear = effects.every(({ after }) => after === null);
  const columns: Column<Effect>[] = [
    {
      key: 'what',
      heading: t('effects.what'),
      isRowHeading: true,
      cell: (effect) => <Subject effect={effect} />,
    },
    {
      key: 'before',
      heading: t(`effects.${disappear ? 'disappears' : 'before'}`),
      cell: ({ before }) => (before === null ? <Nothing word={t('effects.notBefore')} /> : value(before)),
    },
    {
      key: 'after',
      heading: t(`effects.${appear ? 'appears' : 'after'}`),
      cell: ({ after }) =>
        after === null ? <Nothing word={t('effects.notAfter')} /> : <strong>{value(after)}</strong>,
    },
  ];
  if (area === 'deadline' && !appear && !disappear) {
    columns.push({
      key: 'moved',
      heading: t('effects.moved'),
      cell: (effect) => <Moved effect={effect} />,
    });
  }
  return (
    <Table
      caption={t(`effects.area.${area}`)}
      columns={columns.filter(({ key }) => !(key === 'before' && appear) && !(key === 'after' && disappear))}
      rows={effects}
      rowKey={({ subjectId, detail }) => `${subjectId ?? ''} ${detail ?? ''}`}
    />
  );
}

function Nothing({ word }: { readonly word: string }) {
  return <span className="muted">{word}</span>;
}

/** By how many days a deadline moves, later or earlier, in words. */
function Moved({ effect: { before, after } }: { readonly effect: Effect }) {
  const { t } = useTranslation('review');
  if (before === null || after === null) return null;
  const days = daysApart(readStated(before).lastDay, readStated(after).lastDay);
  if (days === 0) return <>{t('effects.sameDay')}</>;
  return (
    <Badge tone={days > 0 ? 'attention' : 'plain'}>
      {t(days > 0 ? 'effects.later' : 'effects.earlier', { count: Math.abs(days) })}
    </Badge>
  );
}

/** How a value of an area is read: a date as stated, a status, a day, a figure. */
function useValue(area: Area): (value: string) => ReactNode {
  const { t, i18n } = useTranslation('words');
  const { t: say } = useTranslation('review');
  const language = useLanguage();
  const stated = useStated();
  return (value) => {
    switch (area) {
      case 'deadline': {
        const date = readStated(value);
        const day = date.precision === 'day' ? null : formatDay(date.lastDay, language);
        return (
          <>
            <time dateTime={date.lastDay}>{stated(date)}</time>
            {day ? <small className="muted block">{say('effects.lastDay', { day })}</small> : null}
          </>
        );
      }
      case 'alert':
        return <time dateTime={value}>{formatShortDay(value, language)}</time>;
      case 'public_statement':
        return i18n.exists(`status.${value}`, { ns: 'words' }) ? t(`status.${value as 'met'}`) : value;
      case 'total':
        return formatNumber(Number(value), language);
    }
  };
}

type Rule = 'deadline_ahead' | 'deadline_passed';

/** What an effect is about: a promise by its title, a total by its axes, a reminder by its rule. */
function Subject({ effect }: { readonly effect: Effect }) {
  const { t, i18n } = useTranslation('review');
  const { area, subjectType, title, detail } = effect;
  if (area === 'total') return <AxesOfTotal detail={detail ?? ''} />;
  const [rule = '', days = '0'] = (detail ?? '').split(' ');
  return (
    <>
      {title ? <Text of={title} /> : null}
      {subjectType === 'milestone' ? <small className="muted block">{t('effects.milestone')}</small> : null}
      {area === 'alert' && i18n.exists(`review:effects.rule.${rule}`) ? (
        <small className="muted block">
          {t(`effects.rule.${rule as Rule}`, { count: Math.abs(Number(days)) })}
        </small>
      ) : null}
    </>
  );
}

/** `jobs jobs direct not_stated new firm` in words; what is not stated is left out. */
function AxesOfTotal({ detail }: { readonly detail: string }) {
  const { t, i18n } = useTranslation('words');
  const [kind = '', unit = '', relation = '', stability = '', basis = '', level = ''] = detail.split(' ');
  const say = (catalogue: string, code: string) =>
    code !== 'not_stated' && i18n.exists(`words:${catalogue}.${code}`)
      ? [t(`${catalogue}.${code}` as 'kind.jobs')]
      : [];
  const unitWords = unit === kind ? [] : /^[A-Z]{3}$/.test(unit) ? [unit] : say('unit', unit);
  const axes = [
    ...unitWords,
    ...say('relation', relation),
    ...say('stability', stability),
    ...say('basis', basis),
    ...say('level', level),
  ];
  return (
    <>
      {say('kind', kind)[0] ?? kind}
      <small className="muted block">{axes.join(' · ')}</small>
    </>
  );
}
