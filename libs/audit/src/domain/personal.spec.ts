import { createHash } from 'node:crypto';
import { personal, separatePersonal } from './personal';

describe('personal values of a payload', () => {
  const salt = Buffer.alloc(16, 7);

  it('leave a salted digest behind, and are kept with the place where it stands', () => {
    const { payload, values } = separatePersonal(
      {
        changed: { name: { from: personal('Amina'), to: personal('Amina B.', 'p-1') } },
        'a/b~c': [null, personal('x')],
      },
      () => salt,
    );
    const digest = (value: string) => ({
      personal: createHash('sha256')
        .update(Buffer.concat([salt, Buffer.from(value)]))
        .digest('hex'),
    });
    expect(payload).toEqual({
      changed: { name: { from: digest('Amina'), to: digest('Amina B.') } },
      'a/b~c': [null, digest('x')],
    });
    expect(values).toEqual([
      { pointer: '/changed/name/from', value: 'Amina', salt, aboutId: null },
      { pointer: '/changed/name/to', value: 'Amina B.', salt, aboutId: 'p-1' },
      { pointer: '/a~1b~0c/1', value: 'x', salt, aboutId: null },
    ]);
  });

  it('are absent where there is nothing to say', () => {
    expect(separatePersonal({ name: personal(null), days: 2 }, () => salt)).toEqual({
      payload: { name: null, days: 2 },
      values: [],
    });
  });

  it('refuse to be written anywhere else', () => {
    expect(() => JSON.stringify({ name: personal('Amina') })).toThrow('payload of the audit trail only');
  });
});
