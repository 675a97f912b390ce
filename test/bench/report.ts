import { arch, cpus, platform, totalmem } from 'node:os';
import { writeFileSync } from 'node:fs';
import type { BenchOptions } from './options';
import { median } from './statistics';

/** One line of the table: figures of each round, and the ratio that is aimed at. */
export interface Measurement {
  readonly name: string;
  readonly unit: string;
  readonly measured: readonly number[];
  readonly floor: readonly number[];
  readonly floorName: string;
  /** What the ratio says: the measured part of the floor, or how many times the floor it takes. */
  readonly aim: { readonly atLeast: number } | { readonly atMost: number };
  readonly note?: string;
}

interface Line extends Measurement {
  readonly ratio: number;
  readonly met: boolean;
}

function lineOf(measurement: Measurement): Line {
  const ratio = median(measurement.measured) / median(measurement.floor);
  const { aim } = measurement;
  return { ...measurement, ratio, met: 'atLeast' in aim ? ratio >= aim.atLeast : ratio <= aim.atMost };
}

const figure = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2));
const aimInWords = (aim: Measurement['aim']) =>
  'atLeast' in aim ? `>= ${(aim.atLeast * 100).toFixed(0)} %` : `<= ${aim.atMost.toFixed(1)} x`;
const ratioInWords = ({ aim, ratio }: Line) =>
  'atLeast' in aim ? `${(ratio * 100).toFixed(0)} %` : `${ratio.toFixed(2)} x`;

/** Prints the table and writes the file. */
export function report(
  measurements: readonly Measurement[],
  options: BenchOptions,
  facts: { postgresql: string; startedAt: Date },
): void {
  const lines = measurements.map(lineOf);
  const rows = [
    ['what', 'measured', 'floor', 'unit', 'ratio', 'aim', 'met'],
    ...lines.map((line) => [
      line.name,
      figure(median(line.measured)),
      figure(median(line.floor)),
      line.unit,
      ratioInWords(line),
      aimInWords(line.aim),
      line.met ? 'yes' : 'NO',
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  }
  for (const { name, floorName, note } of lines)
    console.log(`${name}: floor = ${floorName}${note ? `; ${note}` : ''}`);
  const [processor] = cpus();
  const machine = {
    platform: `${platform()} ${arch()}`,
    processor: processor?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    ...facts,
  };
  console.log(
    `${machine.cores} cores (${machine.processor}), ${machine.memoryGiB} GiB, Node ${machine.node}, ${facts.postgresql}`,
  );
  writeFileSync(options.result, `${JSON.stringify({ machine, options, lines }, null, 2)}\n`);
  console.log(`written: ${options.result}`);
}
