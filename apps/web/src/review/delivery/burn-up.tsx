import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '@/app/languages';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { STAGES } from '@/portal/reported-value';
import { useWord } from '@/words/use-word';
import type { CommitmentRecord } from '../commitment/commitment-page';
import { deadlinesOf } from './burn-up-deadlines';
import { type BurnUpLayout, type Place, layBurnUp } from './burn-up-layout';
import { BurnUpTable } from './burn-up-table';

/** From this length on a number is written short: 1.5M. */
const LONG = 100_000;

/** A year is named beside its line where this share of the width, in percent, leaves room for it. */
const LAST_NAME = 88;

/** Promise, claims, accepted values, forecast and deadlines over time; a table below says the same. */
export function BurnUp({ of: commitment }: { readonly of: CommitmentRecord }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const word = useWord();
  const told = useId();
  const { burnUp, quantity, measure } = commitment;
  const deadlines = deadlinesOf(commitment);
  const direction = directionOf(language);
  const layout = layBurnUp(
    burnUp,
    deadlines.map(({ day }) => day),
    direction,
  );
  const isReported = burnUp.claimed.length + burnUp.accepted.length > 0;
  const hasLines = isReported || burnUp.promised.length > 0;
  return (
    <>
      {isReported ? null : (
        <p className="prose">{t(hasLines ? 'delivery.onlyPromise' : 'delivery.nothingToDraw')}</p>
      )}
      {layout && hasLines ? (
        <figure className="burn-up">
          <figcaption className="small muted" id={told}>
            {t('delivery.chartTold', {
              unit: quantity ? word('unit', quantity.unit) : word('measure', measure),
            })}
          </figcaption>
          <svg
            className="burn-up-picture"
            role="img"
            aria-label={t('delivery.chart')}
            aria-describedby={told}
          >
            <Scale layout={layout} isRightToLeft={direction === 'rtl'} nameOf={nameOf} />
            <Lines layout={layout} commitment={commitment} kinds={deadlines.map(({ kind }) => kind)} />
            <Marks places={layout.claimed} shape="claimed" />
            <Marks places={layout.accepted} shape="accepted" />
          </svg>
          <Key commitment={commitment} kinds={new Set(deadlines.map(({ kind }) => kind))} />
        </figure>
      ) : null}
      <BurnUpTable of={commitment} deadlines={deadlines} />
    </>
  );

  function nameOf(value: number): string {
    if (measure === 'completion') return word('completionStage', STAGES[value] ?? String(value));
    return formatNumber(value, language, value >= LONG ? { notation: 'compact' } : {});
  }
}

/** Round values and the years, as lines behind everything. */
function Scale({
  layout: { values, years },
  isRightToLeft,
  nameOf,
}: {
  readonly layout: BurnUpLayout;
  readonly isRightToLeft: boolean;
  readonly nameOf: (value: number) => string;
}) {
  const begin = isRightToLeft ? 100 : 0;
  return (
    <>
      {values.map(({ value, y }) => (
        <g key={value}>
          <line className="burn-up-scale" x1="0%" x2="100%" y1={`${y}%`} y2={`${y}%`} />
          <At x={begin} y={y}>
            <text className="burn-up-name" y="-4">
              {nameOf(value)}
            </text>
          </At>
        </g>
      ))}
      {years.map(({ year, x }) => (
        <g key={year}>
          <line className="burn-up-scale" x1={`${x}%`} x2={`${x}%`} y1="0%" y2="100%" />
          {Math.abs(x - begin) <= LAST_NAME ? (
            <At x={x} y={100}>
              <text className="burn-up-name" y="16">
                {year}
              </text>
            </At>
          ) : null}
        </g>
      ))}
    </>
  );
}

/** Lines fill the picture whatever its shape, and stay as thin as they are. */
function Lines({
  layout: { band, promised, claimed, accepted, deadlines },
  commitment: { burnUp },
  kinds,
}: {
  readonly layout: BurnUpLayout;
  readonly commitment: CommitmentRecord;
  readonly kinds: readonly string[];
}) {
  const assumed = burnUp.promisedLine === 'straight_assumption' ? ' burn-up-assumed' : '';
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">
      {band.length > 0 ? <polygon className="burn-up-band" points={pointsOf(band)} /> : null}
      {deadlines.map((x, index) => (
        <line key={x} className={`burn-up-deadline-${kinds[index]}`} x1={x} x2={x} y1="0" y2="100" />
      ))}
      <polyline className={`burn-up-promised${assumed}`} points={pointsOf(promised)} />
      <polyline className="burn-up-claimed" points={pointsOf(claimed)} />
      <polyline className="burn-up-accepted" points={pointsOf(accepted)} />
    </svg>
  );
}

function pointsOf(places: readonly Place[]): string {
  return places.map(({ x, y }) => `${x},${y}`).join(' ');
}

/** Values that were claimed are hollow diamonds, those that were accepted full discs. */
function Marks({
  places,
  shape,
}: {
  readonly places: readonly Place[];
  readonly shape: 'claimed' | 'accepted';
}) {
  return (
    <>
      {places.map(({ x, y }, index) => (
        <At key={index} x={x} y={y}>
          <Mark shape={shape} />
        </At>
      ))}
    </>
  );
}

function Mark({ shape }: { readonly shape: 'claimed' | 'accepted' }) {
  return shape === 'claimed' ? (
    <path className="burn-up-mark-claimed" d="M0 -7 7 0 0 7 -7 0z" />
  ) : (
    <circle className="burn-up-mark-accepted" r="4.5" />
  );
}

/** What stands at a place keeps its own measure. */
function At({ x, y, children }: Place & { readonly children: ReactNode }) {
  return (
    <svg x={`${x}%`} y={`${y}%`} overflow="visible">
      {children}
    </svg>
  );
}

/** What each line, mark and area means; only of what is drawn. */
function Key({
  commitment: { burnUp },
  kinds,
}: {
  readonly commitment: CommitmentRecord;
  readonly kinds: ReadonlySet<'first' | 'moved' | 'now'>;
}) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const { promisedLine, claimed, accepted, forecast } = burnUp;
  const line = (name: string) => <line className={name} x1="2" x2="30" y1="8" y2="8" />;
  const upright = (name: string) => <line className={name} x1="16" x2="16" y1="0" y2="16" />;
  const marked = (shape: 'claimed' | 'accepted') => (
    <>
      {line(`burn-up-${shape}`)}
      <g transform="translate(16 8)">
        <Mark shape={shape} />
      </g>
    </>
  );
  return (
    <ul className="burn-up-key small">
      {promisedLine === 'milestones' ? (
        <Meaning sample={line('burn-up-promised')}>{t('delivery.line.milestones')}</Meaning>
      ) : null}
      {promisedLine === 'straight_assumption' ? (
        <Meaning sample={line('burn-up-promised burn-up-assumed')}>
          {t('delivery.line.straight_assumption')}
        </Meaning>
      ) : null}
      {claimed.length > 0 ? <Meaning sample={marked('claimed')}>{t('delivery.row.claimed')}</Meaning> : null}
      {accepted.length > 0 ? (
        <Meaning sample={marked('accepted')}>{t('delivery.row.accepted')}</Meaning>
      ) : null}
      {forecast ? (
        <Meaning sample={<polygon className="burn-up-band" points="2,15 18,1 30,1" />}>
          {t(forecast.latest === null ? 'delivery.bandOpen' : 'delivery.band', {
            day: formatDay(forecast.from.day, language),
          })}
        </Meaning>
      ) : null}
      {(['first', 'moved', 'now'] as const)
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <Meaning key={kind} sample={upright(`burn-up-deadline-${kind}`)}>
            {t(`delivery.deadline.${kind}`)}
          </Meaning>
        ))}
    </ul>
  );
}

function Meaning({ sample, children }: { readonly sample: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      <svg className="burn-up-sample" viewBox="0 0 32 16" aria-hidden="true">
        {sample}
      </svg>
      <span>{children}</span>
    </li>
  );
}
