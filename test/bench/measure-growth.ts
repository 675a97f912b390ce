import { requestsPerSecond, startApi } from './http-load';
import { pagesOf } from './measure-reads';
import type { BenchOptions } from './options';
import type { RunningProcess } from './processes';
import type { Register } from './registers';
import type { Measurement } from './report';
import { turnByTurn } from './statistics';

/** How much longer a page takes in a large register than in a small one. */
export async function measureGrowth(
  small: Register,
  large: Register,
  { rounds, seconds, warmUp }: BenchOptions,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const list of ['/api/v1/commitments', '/api/v1/agreements']) {
    const [ofSmall, ofLarge] = [await startApi(small), await startApi(large)];
    try {
      const milliseconds = async (api: RunningProcess, register: Register) => {
        const paths = await pagesOf(api, register, list);
        return async (duration: number) => 1000 / (await requestsPerSecond(api, register, paths, duration));
      };
      const [measured, floor] = [await milliseconds(ofLarge, large), await milliseconds(ofSmall, small)];
      for (const load of [measured, floor]) await load(warmUp);
      const found = await turnByTurn(
        rounds,
        () => measured(seconds),
        () => floor(seconds),
      );
      const sizes = [large, small].map(({ agreements }) => agreements.toLocaleString('en'));
      measurements.push({
        name: `growth ${list.slice(7)}`,
        unit: 'ms/request',
        ...found,
        floorName: `the same list at ${sizes[1]} agreements, measured at ${sizes[0]}`,
        aim: { atMost: 2 },
      });
    } finally {
      await ofSmall.stop();
      await ofLarge.stop();
    }
  }
  return measurements;
}
