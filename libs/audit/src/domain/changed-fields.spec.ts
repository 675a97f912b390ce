import { changedFields } from './changed-fields';

describe('changed fields', () => {
  const before = { names: { fr: 'Rabat', en: null }, note: null as string | null, days: 2 };

  it('are those that say something else', () => {
    expect(changedFields(before, { names: { fr: 'Rabat', en: null }, note: 'seat', days: 2 })).toEqual({
      note: { from: null, to: 'seat' },
    });
  });

  it('are none when nothing changed', () => {
    expect(changedFields(before, { ...before })).toEqual({});
  });

  it('show a text taken away as null', () => {
    expect(changedFields({ note: 'seat' }, { note: undefined })).toEqual({
      note: { from: 'seat', to: null },
    });
  });
});
