import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Settings } from '../config/settings';
import type { Health } from '../health/health';
import { type GaugeValue, Metrics, type WatchedFigure } from './metrics';
import { ObservationServer } from './observation-server';

const SETTINGS = { host: '127.0.0.1', metricsPort: 0 } as Settings;

/** Metrics with one good figure and one that cannot be read, alone and by job, as their page shows them. */
async function shownBeside(read: WatchedFigure['read']): Promise<string> {
  const metrics = new Metrics({ metricsPort: null } as Settings);
  metrics.watch({ name: 'good', help: 'can be read', read: () => Promise.resolve([{ value: 7 }]) });
  metrics.watch({ name: 'bad', help: 'cannot be read', read });
  metrics.watch({ name: 'bad_by_job', help: 'cannot be read', labels: ['job'], read });
  return metrics.registry.metrics();
}

describe('a figure among the metrics', () => {
  const unreadable: [string, WatchedFigure['read']][] = [
    ['whose question is rejected', () => Promise.reject(new Error('the database is gone'))],
    [
      'whose question fails before it is asked',
      () => {
        throw new Error('not connected');
      },
    ],
    ['that is no number', () => Promise.resolve([{ value: '7' as unknown as number }])],
    ['that does not come', () => new Promise<readonly GaugeValue[]>(() => undefined)],
    ['that there is none of', () => Promise.resolve([])],
  ];

  it.each(unreadable)('%s is left out, and the others are shown', async (_what, read) => {
    const shown = await shownBeside(read);
    expect(shown).toMatch(/^good 7$/m);
    expect(shown).not.toMatch(/^bad/m);
  });

  it('is left out whole when one of its values is of a label that it does not have', async () => {
    const values: GaugeValue[] = [
      { value: 1, labels: { job: 'a' } },
      { value: 2, labels: { of: 'b' } },
    ];
    const read = () => Promise.resolve(values);
    expect(await shownBeside(read)).not.toMatch(/^bad/m);
  });

  it('is shown again when it can be read again', async () => {
    let gone = true;
    const metrics = new Metrics({ metricsPort: null } as Settings);
    const read = () => (gone ? Promise.reject(new Error('gone')) : Promise.resolve([{ value: 3 }]));
    metrics.watch({ name: 'sometimes', help: 'comes and goes', read });
    expect(await metrics.registry.metrics()).not.toMatch(/^sometimes/m);
    gone = false;
    expect(await metrics.registry.metrics()).toMatch(/^sometimes 3$/m);
  });
});

describe('the page of the metrics', () => {
  it('answers that it failed, and ends no process, when even the registry fails', async () => {
    const metrics = new Metrics({ metricsPort: null } as Settings);
    metrics.registry.metrics = () => Promise.reject(new Error('no registry'));
    const health = { report: () => Promise.reject(new Error('no report')) } as unknown as Health;
    const server = new ObservationServer(SETTINGS, health, metrics);
    await server.listen();
    const { port } = (server as unknown as { server: { address(): AddressInfo } }).server.address();
    const status = (path: string) =>
      new Promise((answered, failed) => {
        get({ port, path, host: '127.0.0.1' }, (answer) => answered(answer.resume().statusCode)).on(
          'error',
          failed,
        );
      });
    expect(await status('/metrics')).toBe(500);
    expect(await status('/health/ready')).toBe(500);
    expect(await status('/health/live')).toBe(200);
    await server.onApplicationShutdown();
  });
});
