import 'reflect-metadata';
import { keepGenerated } from './generated/generated-file';
import { statePages } from './generated/state-pages';

/** `npm run states`: draws every table of states; with `--check` says whether the drawings are current. */
export function main(args: string[]): Promise<number> {
  const check = args.includes('--check');
  const codes = statePages().map(({ path, content }) =>
    keepGenerated(path, content, { command: 'states', check }),
  );
  return Promise.resolve(Math.max(...codes));
}
