import type { LogLevel, LoggerService } from '@nestjs/common';
import type { Settings } from '../config/settings';
import { currentRequest } from '../request/current-request';
import { realTimeStamp } from '../clock/machine-clock';
import { loggable, withoutSecrets } from './redact';

const LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];

/** The levels from the gravest down to the one asked for. */
export function levelsDownTo(level: LogLevel): readonly LogLevel[] {
  return LEVELS.slice(0, LEVELS.indexOf(level) + 1);
}

/** What a line says: its message, and whatever else belongs to it. */
export interface LogLine {
  readonly time: string;
  readonly level: LogLevel;
  readonly context?: string;
  readonly message: string;
  readonly requestId?: string;
  readonly accountId?: string;
  readonly error?: unknown;
  readonly [detail: string]: unknown;
}

/** Where lines go: a stream, or what a test reads. */
export interface LogOutput {
  write(text: string): unknown;
  on?(event: 'error', listener: () => void): unknown;
  listenerCount?(event: 'error'): number;
}

/** Fields that a caller cannot give another meaning. */
const OWN = new Set(['time', 'level', 'context', 'message', 'requestId', 'accountId', 'error']);

/**
 * The log of every process: one JSON object a line for machines, or a readable line for people. Nothing gets in
 * without having been looked through for secrets; what is said while a request is answered carries its id.
 */
export class RegisterLogger implements LoggerService {
  private levels: ReadonlySet<LogLevel>;

  constructor(
    private readonly settings: Pick<Settings, 'logLevel' | 'logFormat'>,
    private readonly output: LogOutput = process.stdout,
  ) {
    // A reader that goes away must not take the process with it; one listener does for all logs of the process.
    if (!output.listenerCount?.('error')) output.on?.('error', () => undefined);
    this.levels = new Set(levelsDownTo(settings.logLevel));
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.say('log', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.say('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.say('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.say('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.say('verbose', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.say('fatal', message, rest);
  }

  setLogLevels(levels: LogLevel[]): void {
    this.levels = new Set(levels);
  }

  private say(level: LogLevel, message: unknown, rest: readonly unknown[]): void {
    if (!this.levels.has(level)) return;
    const line = lineOf(level, message, rest);
    this.output.write(`${this.settings.logFormat === 'json' ? JSON.stringify(line) : asText(line)}\n`);
  }
}

/** Nest passes the context last, and a stack before it when there is one. */
function lineOf(level: LogLevel, message: unknown, rest: readonly unknown[]): LogLine {
  const context = typeof rest.at(-1) === 'string' ? withoutSecrets(rest.at(-1) as string) : undefined;
  const extras = context === undefined ? rest : rest.slice(0, -1);
  const error = [message, ...extras].find((part) => part instanceof Error);
  const request = currentRequest();
  return {
    time: realTimeStamp(),
    level,
    ...(context === undefined ? {} : { context }),
    message: sentenceOf(message),
    ...(request ? { requestId: request.id } : {}),
    ...(request?.caller ? { accountId: request.caller.accountId } : {}),
    ...detailsOf(message),
    ...(error === undefined ? {} : { error: loggable(error) }),
    ...stackIn(extras.filter((part) => part !== error)),
  };
}

function sentenceOf(message: unknown): string {
  if (typeof message === 'string') return withoutSecrets(message);
  if (message instanceof Error) return `${withoutSecrets(message.name)}: ${messageIn(message)}`;
  if (isRecord(message) && typeof message.message === 'string') return withoutSecrets(message.message);
  return withoutSecrets(JSON.stringify(loggable(message)) ?? '');
}

function messageIn(error: Error): string {
  return String((loggable(error) as { message: string }).message);
}

/** The fields of a message that is an object, under their own names; a name that is taken becomes `_name`. */
function detailsOf(message: unknown): Record<string, unknown> {
  if (!isRecord(message) || message instanceof Error || typeof message.message !== 'string') return {};
  const fields = loggable(message) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name !== 'message')
      .map(([name, value]) => [OWN.has(name) && !isIdentity(name) ? `_${name}` : name, value]),
  );
}

/** The access line says itself whose request it was: it is written when the request is no longer the current one. */
function isIdentity(name: string): boolean {
  return name === 'requestId' || name === 'accountId';
}

/** A stack that came as text, and whatever else was said beside the message. */
function stackIn(extras: readonly unknown[]): Record<string, unknown> {
  const [stack] = extras.filter((part): part is string => typeof part === 'string' && part.includes('\n'));
  const others = extras.filter((part) => part !== stack && part !== undefined);
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    ...(frames.length > 0 ? { stack: frames.map((line) => withoutSecrets(line.trim())) } : {}),
    ...(others.length > 0 ? { details: loggable(others) } : {}),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What a terminal would obey, or a reader would take for another line. */
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

function asText({ time, level, context, message, requestId, accountId, error, ...details }: LogLine): string {
  const { stack, ...rest } = details;
  const named = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const ids = [requestId ? `request=${requestId}` : '', accountId ? `account=${accountId}` : ''];
  const head = [
    time,
    level.toUpperCase().padEnd(7),
    context ? `[${context}]` : '',
    message,
    ...named,
    ...ids,
  ];
  const below = [...errorInWords(error), ...((stack as string[] | undefined) ?? [])];
  return [head.filter(Boolean).join(' '), ...below]
    .map((line) => line.replace(UNSEEN, '\u00b7').replace(/\n/g, '\n    '))
    .join('\n    ');
}

function errorInWords(error: unknown): string[] {
  if (!isRecord(error)) return [];
  const { name, message, stack, cause, errors, ...rest } = error;
  return [
    `${String(name)}: ${String(message)}${Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : ''}`,
    ...((stack as string[] | undefined) ?? []),
    ...(Array.isArray(errors) ? errors.flatMap(errorInWords) : []),
    ...(cause === undefined ? [] : ['caused by', ...errorInWords(cause)]),
  ];
}
