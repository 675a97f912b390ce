import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** Passwords that only the Compose file asks for: it makes addresses of them. */
export const COMPOSE_SECRETS = ['POSTGRES_PASSWORD', 'DATABASE_OWNER_PASSWORD', 'DATABASE_APP_PASSWORD'];

/** What the tests look at in a service. */
export interface ComposeService {
  image?: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}

export interface ComposeFile {
  services: Record<string, ComposeService>;
  volumes: Record<string, unknown>;
}

export const COMPOSE_TEXT = readFileSync(resolve(__dirname, '../../docker-compose.yml'), 'utf8');

/** The Compose file with its anchors and merges followed. */
export function readComposeFile(): ComposeFile {
  return parse(COMPOSE_TEXT, { merge: true }) as ComposeFile;
}

/** `${NAME}`, `${NAME:-default}` and `${NAME:?reason}` in a text. */
export function interpolationsOf(text: string): { name: string; rule: string }[] {
  return [...text.matchAll(/(?<!\$)\$\{([A-Z_]+)([^}]*)\}/g)].map(([, name = '', rule = '']) => ({
    name,
    rule,
  }));
}
