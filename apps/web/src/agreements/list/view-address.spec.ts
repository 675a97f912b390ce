import * as fc from 'fast-check';
import { openView, searchOf, showsTheSame, viewOf } from './view-address';

const KNOWN = ['q', 'sort', 'sector', 'region', 'legalState'];

const codes = fc.uniqueArray(fc.constantFrom('ITO', 'CRM', 'BPO', 'MA-04', 'none'), { minLength: 1 });
const filters = fc.dictionary(fc.constantFrom('sector', 'region', 'legalState'), codes);
const columns = fc.uniqueArray(fc.constantFrom('reference', 'owner', 'tags'));

const written = (of: Readonly<Record<string, readonly string[]>>) =>
  new URLSearchParams(Object.entries(of).map(([name, values]) => [name, values.join(',')])).toString();

describe('a view of a list as an address', () => {
  it('leads back to what was kept', () => {
    fc.assert(
      fc.property(filters, columns, fc.uuid(), (of, shown, id) => {
        const kept = { id, query: written(of), columns: shown };
        const search = searchOf(id, kept);
        expect(showsTheSame(viewOf(search, KNOWN), kept)).toBe(true);
        expect(openView([kept], search, KNOWN)).toEqual({ view: kept, isChanged: false });
      }),
    );
  });

  it('is the same in whatever order it is written', () => {
    fc.assert(
      fc.property(filters, columns, (of, shown) => {
        const turned = Object.fromEntries(
          Object.entries(of)
            .reverse()
            .map(([name, values]) => [name, [...values].reverse()]),
        );
        expect(
          showsTheSame(
            { query: written(of), columns: shown },
            { query: written(turned), columns: [...shown].reverse() },
          ),
        ).toBe(true);
      }),
    );
  });

  it('is changed by every filter, the order and the columns', () => {
    const kept = { id: '1', query: 'sector=ITO', columns: [] };
    for (const change of [
      'sector=ITO,CRM',
      'sector=ITO&q=x',
      'sector=ITO&sort=title',
      '',
      'sector=ITO&columns=tags',
    ]) {
      const search = new URLSearchParams(`${change}&view=1`);
      expect([change, openView([kept], search, KNOWN)?.isChanged]).toEqual([change, true]);
    }
  });

  it('is not changed by the page, nor by what the list does not know', () => {
    const kept = { id: '1', query: 'sector=ITO', columns: [] };
    const search = new URLSearchParams('sector=ITO&cursor=abc&other=1&view=1');
    expect(openView([kept], search, KNOWN)).toEqual({ view: kept, isChanged: false });
  });

  it('is found without its name when the address shows the same, and not otherwise', () => {
    const kept = { id: '1', query: 'sector=ITO%2CCRM', columns: [] };
    expect(openView([kept], new URLSearchParams('sector=CRM,ITO'), KNOWN)?.view).toBe(kept);
    expect(openView([kept], new URLSearchParams('sector=CRM'), KNOWN)).toBeNull();
    expect(openView([kept], new URLSearchParams('sector=CRM&view=of-somebody-else'), KNOWN)).toBeNull();
  });

  it('takes the commas of searched words for words', () => {
    expect(showsTheSame({ query: 'q=a%2Cb', columns: [] }, { query: 'q=b%2Ca', columns: [] })).toBe(false);
  });
});
