import { type ReactNode, useId } from 'react';
import { directionOf } from '@/app/languages';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { type LinePlace, type LinePoint, layLines } from './line-chart-layout';
import './line-chart.css';

/** What a line tells: what was seen, what is needed, or where it leads. */
export type LineKind = 'observed' | 'needed' | 'pace';

export interface ChartLine {
  readonly kind: LineKind;
  /** What it means, in the key. */
  readonly name: string;
  readonly points: readonly LinePoint[];
}

/** From this length on a number is written short: 150K. */
const LONG = 10_000;

/** A year is named below its line where this share of the width, in percent, leaves room for it. */
const LAST_NAME = 96;

/** Lines over years. Whoever shows them says the same in a table below: the picture alone is not enough. */
export function LineChart({
  label,
  told,
  lines,
}: {
  readonly label: string;
  /** What is drawn and in which unit, for everybody. */
  readonly told: ReactNode;
  readonly lines: readonly ChartLine[];
}) {
  const language = useLanguage();
  const name = useId();
  const direction = directionOf(language);
  const layout = layLines(
    lines.map(({ points }) => points),
    direction,
  );
  if (!layout) return null;
  const begin = direction === 'rtl' ? 100 : 0;
  const short = (value: number) =>
    formatNumber(value, language, value >= LONG ? { notation: 'compact' } : { maximumFractionDigits: 2 });
  return (
    <figure className="line-chart">
      <figcaption className="small muted" id={name}>
        {told}
      </figcaption>
      <svg className="line-chart-picture" role="img" aria-label={label} aria-describedby={name}>
        {layout.values.map(({ value, y }) => (
          <g key={value}>
            <line className="line-chart-scale" x1="0%" x2="100%" y1={`${y}%`} y2={`${y}%`} />
            <At x={begin} y={y}>
              <text className="line-chart-name" y="-4">
                {short(value)}
              </text>
            </At>
          </g>
        ))}
        {layout.years.map(({ year, x }) => (
          <g key={year}>
            <line className="line-chart-scale" x1={`${x}%`} x2={`${x}%`} y1="0%" y2="100%" />
            <At x={x} y={100}>
              <text
                className="line-chart-name"
                y="16"
                textAnchor={Math.abs(x - begin) > LAST_NAME ? 'end' : 'start'}
              >
                {year}
              </text>
            </At>
          </g>
        ))}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">
          {lines.map(({ kind }, index) => (
            <polyline
              key={kind}
              className={`line-chart-${kind}`}
              points={pointsOf(layout.lines[index] ?? [])}
            />
          ))}
        </svg>
        {lines.map(({ kind }, index) =>
          (layout.lines[index] ?? []).slice(kind === 'observed' ? 0 : 1).map(({ x, y }) => (
            <At key={`${kind} ${x}`} x={x} y={y}>
              <circle className={`line-chart-mark-${kind}`} r="4.5" />
            </At>
          )),
        )}
      </svg>
      <ul className="line-chart-key small">
        {lines.map(({ kind, name: meaning }) => (
          <li key={kind}>
            <svg className="line-chart-sample" viewBox="0 0 32 16" aria-hidden="true">
              <line className={`line-chart-${kind}`} x1="2" x2="30" y1="8" y2="8" />
              <circle className={`line-chart-mark-${kind}`} cx="16" cy="8" r="4.5" />
            </svg>
            <span>{meaning}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function pointsOf(places: readonly LinePlace[]): string {
  return places.map(({ x, y }) => `${x},${y}`).join(' ');
}

/** What stands at a place keeps its own measure. */
function At({ x, y, children }: LinePlace & { readonly children: ReactNode }) {
  return (
    <svg x={`${x}%`} y={`${y}%`} overflow="visible">
      {children}
    </svg>
  );
}
