import { EventEmitter } from 'node:events';
import { Logger } from '@nestjs/common';
import { duringRequest } from '../request/current-request';
import { LogLine, RegisterLogger } from './register-logger';

const REQUEST = {
  id: '0190c2a4-9b7e-7c11-8d7a-3f5e9a1b2c3d',
  address: null,
  origin: null,
  agent: null,
  caller: null,
};

function logging(logFormat: 'json' | 'text', logLevel: 'verbose' | 'warn' = 'verbose') {
  const written: string[] = [];
  const logger = new RegisterLogger({ logFormat, logLevel }, { write: (text: string) => written.push(text) });
  const only = () => JSON.parse(written[0] ?? '') as LogLine;
  return { logger, written, only };
}

describe('the log', () => {
  it('is one JSON object a line, with the time, the level, the context and the message', () => {
    const { logger, written, only } = logging('json');
    logger.warn('first\nsecond', 'Relay');
    expect(written).toHaveLength(1);
    expect(written[0]?.match(/\n/g)).toHaveLength(1);
    expect(only()).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
      level: 'warn',
      context: 'Relay',
      message: 'first\nsecond',
    });
  });

  it('hears once that its reader went away, however many logs a process has', () => {
    const output = Object.assign(new EventEmitter(), { write: () => true });
    for (let each = 0; each < 20; each += 1) {
      new RegisterLogger({ logFormat: 'json', logLevel: 'warn' }, output);
    }
    expect(output.listenerCount('error')).toBe(1);
    expect(() => output.emit('error', new Error('EPIPE'))).not.toThrow();
  });

  it('names the request that is being answered', () => {
    const { logger, only } = logging('json');
    duringRequest(REQUEST, () => logger.log('said meanwhile'));
    expect(only().requestId).toBe(REQUEST.id);
  });

  it('takes the fields of an object, and lets none of them change what a line says of itself', () => {
    const { logger, only } = logging('json');
    logger.log({ message: 'done', status: 200, level: 'fatal', time: 'never' }, 'Access');
    expect(only()).toMatchObject({
      message: 'done',
      status: 200,
      level: 'log',
      _level: 'fatal',
      _time: 'never',
    });
  });

  it('keeps the places of an error and leaves out the rest', () => {
    const { logger, only } = logging('json');
    const error = Object.assign(new Error('password=hunter2'), { code: '23505', detail: 'hunter2' });
    logger.error('it failed', error, 'Filter');
    expect(JSON.stringify(only())).not.toContain('hunter2');
    expect(only()).toMatchObject({ message: 'it failed', context: 'Filter', error: { code: '23505' } });
  });

  it('keeps the places of a stack that comes as text, and not its head', () => {
    const { logger, only } = logging('json');
    logger.error('it failed', new Error('token=hunter2').stack, 'Filter');
    expect(JSON.stringify(only())).not.toContain('hunter2');
    expect(only().stack).toEqual(expect.arrayContaining([expect.stringMatching(/^at /)]));
  });

  it('says nothing below its level', () => {
    const { logger, written } = logging('json', 'warn');
    logger.log('x');
    logger.debug('x');
    logger.verbose('x');
    logger.warn('x');
    logger.error('x');
    logger.fatal('x');
    expect(written).toHaveLength(3);
  });

  it('is readable as text, and nobody can write a line of their own into it', () => {
    const { logger, written } = logging('text');
    logger.warn('asked for /x\n2026-01-01 FATAL forged\u001b[2J\u202e', 'Edge');
    const lines = (written[0] ?? '').trimEnd().split('\n');
    expect(lines[0]).toMatch(/^\S+Z WARN {4}\[Edge\] asked for \/x$/);
    expect(lines[1]).toBe('    2026-01-01 FATAL forged·[2J·');
  });

  it('shows an error below its line, as text', () => {
    const { logger, written } = logging('text');
    logger.error('it failed', new Error('outer', { cause: new Error('smtp://u:hunter2@mail') }));
    expect(written[0]).toMatch(/it failed\n {4}Error: outer\n {4}at /);
    expect(written[0]).toContain('caused by');
    expect(written[0]).not.toContain('hunter2');
  });

  it('is what Nest logs to', () => {
    const { logger, only } = logging('json');
    Logger.overrideLogger(logger);
    new Logger('Jobs').warn({ message: 'done', jobs: 3 });
    expect(only()).toMatchObject({ context: 'Jobs', message: 'done', jobs: 3 });
  });
});
