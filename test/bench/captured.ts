import { readFile } from 'node:fs/promises';

/** One statement that a process of the application sent. */
export interface Statement {
  /** Name that the connection goes by; the application's own connections are called `mithaq`. */
  readonly by: string | null;
  /** Server process at the other end: statements of one transaction share it. */
  readonly connection: number;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What `capture.cjs` wrote, without what the queue asks on connections of its own. */
export async function readCaptured(file: string): Promise<Statement[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Statement).filter(({ by }) => by === 'mithaq');
}
