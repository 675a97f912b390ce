import { generatedId } from '../support/generated-register';
import { get, requestsPerSecond, startApi, startFloor } from './http-load';
import type { BenchOptions } from './options';
import type { RunningProcess } from './processes';
import type { Register } from './registers';
import type { Measurement } from './report';
import { turnByTurn } from './statistics';

const AIM = { atLeast: 0.6 } as const;
const FLOOR = 'the same statements, session lookup included, behind a bare node:http handler';

interface Listed {
  readonly nextCursor: string | null;
}

/** How much of its floor a list reaches: pages of 20, the first ones and some far behind. */
export async function measureLists(register: Register, options: BenchOptions): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const list of ['/api/v1/commitments', '/api/v1/agreements']) {
    measurements.push(
      await measure(`list ${list.slice(7)}`, register, options, (api) => pagesOf(api, register, list)),
    );
  }
  return measurements;
}

/** How much of its floor the reading of one record reaches: records all over the register. */
export async function measureRecords(register: Register, options: BenchOptions): Promise<Measurement[]> {
  const some = Array.from({ length: 25 }, (_, index) => 1 + Math.floor((index * register.agreements) / 25));
  const commitments = some.map((n) => `/api/v1/commitments/${generatedId('commitment', n * 3)}`);
  const agreements = some.map((n) => `/api/v1/agreements/${generatedId('agreement', n)}`);
  return [
    await measure('read /commitments/{id}', register, options, () => Promise.resolve(commitments)),
    await measure('read /agreements/{id}', register, options, () => Promise.resolve(agreements)),
  ];
}

async function measure(
  name: string,
  register: Register,
  { rounds, seconds, warmUp }: BenchOptions,
  choosePaths: (api: RunningProcess) => Promise<readonly string[]>,
): Promise<Measurement> {
  const api = await startApi(register);
  let floor: RunningProcess | undefined;
  try {
    const paths = await choosePaths(api);
    floor = await startFloor(register, paths);
    const bare = floor;
    const load = (process: RunningProcess, duration: number) =>
      requestsPerSecond(process, register, paths, duration);
    for (const process of [api, bare]) await load(process, warmUp);
    const found = await turnByTurn(
      rounds,
      () => load(api, seconds),
      () => load(bare, seconds),
    );
    return { name, unit: 'requests/s', ...found, floorName: FLOOR, aim: AIM };
  } finally {
    await floor?.stop();
    await api.stop();
  }
}

/** The first pages and some a few thousand rows behind, of both ends of the list. */
export async function pagesOf(api: RunningProcess, register: Register, list: string): Promise<string[]> {
  const near = await follow(api, register, `${list}?limit=20`, 4);
  const far = await follow(api, register, `${list}?limit=100`, 20);
  return [...near, ...far.slice(-4).map((path) => path.replace('limit=100', 'limit=20'))];
}

async function follow(
  api: RunningProcess,
  register: Register,
  first: string,
  pages: number,
): Promise<string[]> {
  const paths = [first];
  for (let path = first; paths.length < pages;) {
    const { nextCursor } = await get<Listed>(api, register, path);
    if (nextCursor === null) break;
    path = `${first}&cursor=${encodeURIComponent(nextCursor)}`;
    paths.push(path);
  }
  return paths;
}
