import { type ReactNode, useId } from 'react';
import { directionOf } from '@/app/languages';
import { useLanguage } from '@/app/services';
import type { DrawnDeadline } from './burn-up-deadlines';
import { type BurnUpLayout, type BurnUpSeries, type Place, layBurnUp } from './burn-up-layout';
import './burn-up.css';

/** A year is named beside its line where this share of the width, in percent, leaves room for it. */
const LAST_NAME = 88;

/** What the picture is called, and what each line, mark and area in it means, in the reader's language. */
export interface BurnUpWords {
  readonly chart: string;
  readonly told: string;
  readonly milestones: string;
  readonly assumed: string;
  readonly claimed: string;
  readonly accepted: string;
  /** Of a forecast; empty where none is drawn. */
  readonly band: string;
  readonly deadline: Readonly<Record<DrawnDeadline['kind'], string>>;
}

/** Promise, claims, accepted values, forecast and deadlines over time. A table says the same elsewhere on the page. */
export function BurnUpPicture({
  series,
  deadlines,
  words,
  nameOf,
}: {
  readonly series: BurnUpSeries;
  readonly deadlines: readonly DrawnDeadline[];
  readonly words: BurnUpWords;
  /** Says a value beside its line. */
  readonly nameOf: (value: number) => string;
}) {
  const language = useLanguage();
  const told = useId();
  const direction = directionOf(language);
  const layout = layBurnUp(
    series,
    deadlines.map(({ day }) => day),
    direction,
  );
  if (!layout) return null;
  return (
    <figure className="burn-up">
      <figcaption className="small muted" id={told}>
        {words.told}
      </figcaption>
      <svg className="burn-up-picture" role="img" aria-label={words.chart} aria-describedby={told}>
        <Scale layout={layout} isRightToLeft={direction === 'rtl'} nameOf={nameOf} />
        <Lines layout={layout} series={series} kinds={deadlines.map(({ kind }) => kind)} />
        <Marks places={layout.claimed} shape="claimed" />
        <Marks places={layout.accepted} shape="accepted" />
      </svg>
      <Key series={series} words={words} kinds={new Set(deadlines.map(({ kind }) => kind))} />
    </figure>
  );
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
  series,
  kinds,
}: {
  readonly layout: BurnUpLayout;
  readonly series: BurnUpSeries;
  readonly kinds: readonly string[];
}) {
  const assumed = series.promisedLine === 'straight_assumption' ? ' burn-up-assumed' : '';
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
  series: { promisedLine, claimed, accepted, forecast },
  words,
  kinds,
}: {
  readonly series: BurnUpSeries;
  readonly words: BurnUpWords;
  readonly kinds: ReadonlySet<DrawnDeadline['kind']>;
}) {
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
        <Meaning sample={line('burn-up-promised')}>{words.milestones}</Meaning>
      ) : null}
      {promisedLine === 'straight_assumption' ? (
        <Meaning sample={line('burn-up-promised burn-up-assumed')}>{words.assumed}</Meaning>
      ) : null}
      {claimed.length > 0 ? <Meaning sample={marked('claimed')}>{words.claimed}</Meaning> : null}
      {accepted.length > 0 ? <Meaning sample={marked('accepted')}>{words.accepted}</Meaning> : null}
      {forecast ? (
        <Meaning sample={<polygon className="burn-up-band" points="2,15 18,1 30,1" />}>{words.band}</Meaning>
      ) : null}
      {(['first', 'moved', 'now'] as const)
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <Meaning key={kind} sample={upright(`burn-up-deadline-${kind}`)}>
            {words.deadline[kind]}
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
