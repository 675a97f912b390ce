/**
 * Deliveries that never were, to hold the forecast against: how much of a target is delivered on which day after the
 * signature, and what reports say of it. A number makes the same delivery each time.
 */
export const CURVE_FAMILIES = ['s_curve', 'stop_and_go', 'late_start'] as const;
export type CurveFamily = (typeof CURVE_FAMILIES)[number];

/** A delivery as far as it is reported, and the day on which its target was reached afterwards. */
export interface SimulatedDelivery {
  readonly family: CurveFamily;
  readonly target: number;
  readonly reachedOn: number;
  /** In the order of their days, counted from the signature; none reaches the target. */
  readonly points: readonly { readonly day: number; readonly value: number }[];
}

type Chance = () => number;
type Curve = (day: number) => number;

const DAYS_A_MONTH = 30.44;
/** Reports come each quarter or half-year, three weeks early or late at most. */
const INTERVALS = [91, 182] as const;
const OFF_BY_DAYS = 20;
/** Figures are off by so much, one standard deviation, and few of them by far. */
const COUNTING_ERROR = 0.03;
const OUTLIERS = 0.03;

/** The delivery of a number, reported as often as asked: so many reports at least, then any number of them. */
export function simulatedDelivery(seed: number, reports: { from: number; until: number }): SimulatedDelivery {
  const chance = chances(Math.imul(seed, 7919) + 13);
  for (;;) {
    const family = oneOf(CURVE_FAMILIES, chance);
    const target = Math.round(between(chance, 100, 1000));
    const term = between(chance, 36, 72) * DAYS_A_MONTH;
    const duration = term * Math.exp(0.1 + 0.25 * normal(chance));
    const curve = CURVES[family](chance, target, duration);
    const reachedOn = dayOf(curve, target);
    const points = reported(chance, curve, target, reachedOn);
    const most = Math.min(points.length, reports.until);
    if (most < reports.from) continue;
    const many = reports.from + Math.floor(chance() * (most - reports.from + 1));
    return { family, target, reachedOn, points: points.slice(0, many) };
  }
}

const CURVES: Readonly<Record<CurveFamily, (chance: Chance, target: number, duration: number) => Curve>> = {
  /** Slow, then fast, then slow towards what the site can take, which is more than was promised. */
  s_curve: (chance, target, duration) => {
    const steepness = between(chance, 6, 12);
    const middle = between(chance, 0.35, 0.65);
    const most = target * between(chance, 1.02, 1.4);
    const logistic = (share: number) => 1 / (1 + Math.exp(-steepness * (share - middle)));
    const [first, last] = [logistic(0), logistic(1)];
    return (day) => (most * (logistic(day / duration) - first)) / (last - first);
  },
  /** Months of recruiting and months of nothing, each time at another pace. */
  stop_and_go: (chance, target, duration) => {
    const knots = [{ day: 0, value: 0 }];
    let [day, value, going] = [0, 0, chance() < 0.7];
    while (value < 1.3 * target) {
      const length = 30 - Math.log(1 - chance()) * (going ? 150 : 110);
      const pace = going ? ((1.6 * target) / duration) * Math.exp(0.35 * normal(chance)) : 0;
      [day, value, going] = [day + length, value + pace * length, !going];
      knots.push({ day, value });
    }
    return (on) => {
      const next = knots.findIndex((knot) => on <= knot.day);
      const [from, to] = [knots[Math.max(next, 1) - 1], knots[Math.max(next, 1)]];
      if (next === -1 || !from || !to) return value;
      return from.value + ((to.value - from.value) * (on - from.day)) / (to.day - from.day);
    };
  },
  /** Nothing for long, while a site is built, then more each month, then steadily. */
  late_start: (chance, target, duration) => {
    const begin = between(chance, 0.2, 0.6) * duration;
    const ramp = between(chance, 0.1, 0.5) * (duration - begin);
    const pace = target / (duration - begin - ramp / 2);
    return (day) => {
      const since = Math.max(0, day - begin);
      return since < ramp ? (pace * since * since) / (2 * ramp) : pace * (since - ramp / 2);
    };
  },
};

function reported(chance: Chance, curve: Curve, target: number, reachedOn: number) {
  const interval = oneOf(INTERVALS, chance);
  const points: { day: number; value: number }[] = [];
  for (let due = interval; ; due += interval) {
    const day = Math.round(due + between(chance, -OFF_BY_DAYS, OFF_BY_DAYS));
    if (day >= reachedOn) return points;
    const counted = curve(day) * (1 + COUNTING_ERROR * normal(chance));
    const far =
      chance() >= OUTLIERS ? 1 : chance() < 0.5 ? between(chance, 0.5, 0.8) : between(chance, 1.2, 1.5);
    points.push({ day, value: Math.min(target - 1, Math.max(0, Math.round(counted * far))) });
  }
}

/** The day on which a curve that rises reaches a value, by halving. */
function dayOf(curve: Curve, value: number): number {
  let [before, after] = [0, 30];
  while (curve(after) < value) after *= 1.5;
  for (let step = 0; step < 40; step++) {
    const middle = (before + after) / 2;
    if (curve(middle) < value) before = middle;
    else after = middle;
  }
  return after;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chances(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function between(chance: Chance, from: number, until: number): number {
  return from + (until - from) * chance();
}

function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

function oneOf<Value>(values: readonly Value[], chance: Chance): Value {
  const value = values[Math.floor(chance() * values.length)];
  if (value === undefined) throw new RangeError('nothing to choose from');
  return value;
}
