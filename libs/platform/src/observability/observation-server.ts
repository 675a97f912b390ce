import { once } from 'node:events';
import { IncomingMessage, Server, ServerResponse, createServer } from 'node:http';
import { Inject, Injectable, OnApplicationShutdown } from '@nestjs/common';
import { Settings, SettingsRefused } from '../config/settings';
import { Health } from '../health/health';
import { httpStatusOf } from '../health/health-report';
import { Metrics } from './metrics';

const JSON_TYPE = 'application/json; charset=utf-8';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Answers `/metrics`, `/health/live` and `/health/ready` of one process on a port of its own, for operators. */
@Injectable()
export class ObservationServer implements OnApplicationShutdown {
  private server: Server | null = null;

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  /** Begins to answer, if there is a port for it. @throws SettingsRefused with a sentence when it is taken */
  async listen(): Promise<void> {
    const { host, metricsPort } = this.settings;
    if (metricsPort === null) return;
    const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
      void this.answer(request, response);
    });
    server.listen(metricsPort, host);
    await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
      throw new SettingsRefused([
        `METRICS_PORT: port ${metricsPort} of ${host} cannot be used (${error.code}).`,
      ]);
    });
    this.server = server;
  }

  async onApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (server === null) return;
    this.server = null;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }

  private async answer({ method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = url?.split('?')[0] ?? '';
    const answer = method === 'GET' ? this.answerTo(path) : NOT_FOUND;
    // Nobody else would catch it, and the process would end for a question about it.
    const { status, type, body } = await Promise.resolve(answer).catch(() => FAILED);
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(body);
  }

  private async answerTo(path: string): Promise<Answer> {
    if (path === '/metrics') {
      return {
        status: 200,
        type: this.metrics.registry.contentType,
        body: await this.metrics.registry.metrics(),
      };
    }
    if (path === '/health/live')
      return { status: 200, type: JSON_TYPE, body: JSON.stringify({ status: 'ok' }) };
    if (path !== '/health/ready') return NOT_FOUND;
    const report = await this.health.report();
    return { status: httpStatusOf(report), type: JSON_TYPE, body: JSON.stringify(report) };
  }
}

const FAILED: Answer = { status: 500, type: JSON_TYPE, body: JSON.stringify({ status: 'failed' }) };
const NOT_FOUND: Answer = { status: 404, type: JSON_TYPE, body: JSON.stringify({ status: 'not found' }) };
