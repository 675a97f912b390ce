import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { CreateFirstAccount } from '@app/identity';
import { loadSettings } from '@app/platform';
import { createApi } from '../../apps/api/src/create-api';
import { createTestDatabase } from './database';
import { FIRST_ACCOUNT } from './first-account';

export interface TestAnswer<Body> {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Body;
}

export interface TestRequest {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Ask without the session of the first account. */
  readonly anonymous?: boolean;
}

/** The api on a database of its own, asked through its HTTP interface, signed in as the first account. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly dataDir: string;
  readonly credentials: { readonly email: string; readonly password: string };
  http<Body = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    request?: TestRequest,
  ): Promise<TestAnswer<Body>>;
  close(): Promise<void>;
}

/** Starts the api. Paths are relative to `/api/v1` unless they begin with it or with another root. */
export async function startTestApi(
  environment: Record<string, string> = {},
  content: 'empty' | 'real' = 'empty',
): Promise<TestApi> {
  const database = await createTestDatabase(content);
  const dataDir = mkdtempSync(join(tmpdir(), 'mithaq-test-'));
  const settings = loadSettings({
    NODE_ENV: 'test',
    DATABASE_URL: database.appUrl,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    REQUESTS_PER_MINUTE: '0',
    ACCOUNT_REQUESTS_PER_MINUTE: '0',
    ...environment,
  });
  const app = await createApi(settings);
  const dataSource = app.get(DataSource);
  await app.get(CreateFirstAccount).execute(FIRST_ACCOUNT);

  let cookie = '';
  const http: TestApi['http'] = async (method, path, { body, headers = {}, anonymous = false } = {}) => {
    const answer = await app.inject({
      method,
      url:
        path.startsWith('/api/') || path === '/openapi.json' || path.startsWith('/docs')
          ? path
          : `/api/v1${path}`,
      headers: {
        'accept-language': 'en',
        ...(anonymous || cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string>,
      body: parsed(answer.body) as never,
    };
  };
  const { email, password } = FIRST_ACCOUNT;
  const session = await http('POST', '/session', { body: { email, password } });
  if (session.status !== 201) throw new Error(`sign-in failed: ${JSON.stringify(session.body)}`);
  cookie = (session.headers['set-cookie'] ?? '').toString().split(';')[0] ?? '';

  return {
    app,
    dataSource,
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    dataDir,
    credentials: { email, password },
    http,
    close: async () => {
      await app.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
