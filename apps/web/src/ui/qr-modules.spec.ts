import { qrModules } from './qr-modules';

/** As another program reads it: `otpauth`, version 1, level M. */
const OTPAUTH = `
#######.##..#.#######
#.....#...#.#.#.....#
#.###.#..#.##.#.###.#
#.###.#.####..#.###.#
#.###.#.###.#.#.###.#
#.....#.####..#.....#
#######.#.#.#.#######
........#..##........
#...#.###..#.#####..#
.#.#.#.##.###....##..
####.#######..####.#.
..##.#..###..####..##
.#.####.....###.##...
........#...###.#.##.
#######.#.#.##..##.#.
#.....#....##..##..##
#.###.#.#..#..##....#
#.###.#..####..##.###
#.###.#..#.#..#.#....
#.....#..##..##.#....
#######.#.#.####.#..#`;

const drawn = (text: string) =>
  qrModules(text)
    ?.map((row) => `\n${row.map((dark) => (dark ? '#' : '.')).join('')}`)
    .join('');

describe('A code for the camera of a telephone', () => {
  it('is the one that the standard describes', () => {
    expect(drawn('otpauth')).toBe(OTPAUTH);
  });

  it('grows with the text', () => {
    const sizes = [14, 15, 100, 150, 213, 300, 660].map((length) => qrModules('a'.repeat(length))?.length);
    expect(sizes).toEqual([21, 25, 41, 49, 57, 69, 97]);
  });

  it('is not made of a text that is too long for it', () => {
    expect(qrModules('a'.repeat(700))).toBeNull();
  });
});
