import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, documentText, tableUnder } from './markdown';

const { forbidden } = createRequire(__filename)('../../.dependency-cruiser.cjs') as {
  readonly forbidden: readonly { readonly name: string }[];
};
const order = forbidden.flatMap(({ name }) => /^order-(.+)$/.exec(name)?.[1] ?? []);

describe.each(['docs/ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s', (file) => {
  it('prints the order that the import rules hold', () => {
    const printed = /`(kernel → [^`]+) → apps`/.exec(documentText(file))?.[1] ?? '';
    expect(printed.split(/ → |, /)).toEqual(order);
  });
});

describe('docs/ARCHITECTURE.md', () => {
  const text = documentText('docs/ARCHITECTURE.md');

  it('says of every feature what it decides', () => {
    const described = tableUnder(text, 'Feature', 'Decides').map(([name]) => name);
    expect(described).toEqual(order.filter((name) => described.includes(name)));
    expect(readdirSync(join(ROOT, 'libs')).filter((name) => !described.includes(name))).toEqual([]);
  });

  it('says of every room what it imports', () => {
    const rooms = tableUnder(text, 'Room', 'Imports, besides the kernel').map(([name]) =>
      name?.replace('/', ''),
    );
    const held = forbidden.flatMap(({ name }) => /^room-(.+)$/.exec(name)?.[1] ?? []);
    expect([...rooms].sort()).toEqual([...held].sort());
  });
});
