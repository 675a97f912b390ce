/** What is wrong with the command line, in a sentence. */
export class BenchRefused extends Error {
  override readonly name = 'BenchRefused';
}

export const PARTS = [
  'list',
  'read',
  'versions',
  'sweep',
  'standings',
  'summary',
  'dispatch',
  'audit',
  'growth',
] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  readonly agreements: number;
  /** Sizes of the two registers whose lists are compared. */
  readonly growth: readonly [number, number];
  /** How often each measurement is repeated, turn by turn with its floor. */
  readonly rounds: number;
  /** Seconds of load in a round. */
  readonly seconds: number;
  /** Seconds of load before the first round, until the compilers have done their work. */
  readonly warmUp: number;
  readonly alerts: number;
  readonly parts: readonly Part[];
  readonly result: string;
}

const FULL: BenchOptions = {
  agreements: 100_000,
  growth: [10_000, 300_000],
  rounds: 5,
  seconds: 6,
  warmUp: 12,
  alerts: 3_000,
  parts: PARTS,
  result: 'bench-result.json',
};

const SHORT: BenchOptions = {
  ...FULL,
  agreements: 5_000,
  growth: [1_000, 10_000],
  rounds: 3,
  seconds: 2,
  warmUp: 4,
  alerts: 500,
};

export const USAGE = `npm run bench -- [options]
  --short                 small registers and few rounds, to see that everything runs
  --agreements N          agreements of the measured register (${FULL.agreements}); three commitments each
  --growth SMALL,LARGE    agreements of the two registers whose lists are compared (${FULL.growth.join(',')})
  --rounds N              rounds of each measurement, turn by turn with its floor (${FULL.rounds})
  --seconds N             seconds of load in a round (${FULL.seconds})
  --alerts N              alerts dispatched in a round (${FULL.alerts})
  --only PART,PART        some of ${PARTS.join(', ')}
  --result FILE           where the figures are written (${FULL.result})`;

/** Reads the command line. @throws BenchRefused with a sentence. */
export function readOptions(args: readonly string[]): BenchOptions {
  const given = [...args];
  const flag = (name: string) => {
    const at = given.indexOf(name);
    if (at >= 0) given.splice(at, 1);
    return at >= 0;
  };
  const value = (name: string) => {
    const at = given.indexOf(name);
    return at < 0 ? undefined : given.splice(at, 2)[1];
  };
  if (flag('--help')) throw new BenchRefused(USAGE);
  const base = flag('--short') ? SHORT : FULL;
  const number = (name: string, otherwise: number) => {
    const text = value(name);
    if (text === undefined) return otherwise;
    if (!/^[1-9]\d{0,6}$/.test(text)) throw new BenchRefused(`${name} wants a whole number above 0.`);
    return Number(text);
  };
  const options: BenchOptions = {
    agreements: number('--agreements', base.agreements),
    growth: readGrowth(value('--growth')) ?? base.growth,
    rounds: number('--rounds', base.rounds),
    seconds: number('--seconds', base.seconds),
    warmUp: base.warmUp,
    alerts: number('--alerts', base.alerts),
    parts: readParts(value('--only')),
    result: value('--result') ?? base.result,
  };
  if (given.length > 0) throw new BenchRefused(`Unknown: ${given.join(' ')}\n${USAGE}`);
  return options;
}

function readGrowth(text: string | undefined): [number, number] | undefined {
  if (text === undefined) return undefined;
  const [small = 0, large = 0, ...others] = text.split(',').map(Number);
  if (others.length > 0 || !(small > 0 && large > small)) {
    throw new BenchRefused('--growth wants two numbers, the smaller first: 10000,300000');
  }
  return [small, large];
}

function readParts(text: string | undefined): readonly Part[] {
  if (text === undefined) return PARTS;
  const wanted = text.split(',');
  const unknown = wanted.filter((part) => !PARTS.includes(part as Part));
  if (unknown.length > 0) throw new BenchRefused(`--only knows ${PARTS.join(', ')}`);
  return PARTS.filter((part) => wanted.includes(part));
}
