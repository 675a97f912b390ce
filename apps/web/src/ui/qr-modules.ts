/**
 * Makes QR codes (ISO/IEC 18004) of short texts: bytes, error correction level M, versions 1 to 20. A device's camera
 * reads the secret of a second factor by it.
 */

/** Codewords of error correction in each block, and blocks, by version from 1 on; level M. */
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
const LEVEL_M = 0;

/** Rows of modules, dark ones true; null for a text that is too long. */
export function qrModules(text: string): readonly (readonly boolean[])[] | null {
  const bytes = [...new TextEncoder().encode(text)];
  const version =
    BLOCKS.findIndex((_, index) => bitsOf(bytes, index + 1).length <= capacityOf(index + 1)) + 1;
  if (version === 0) return null;
  const codewords = withCorrection(padded(bitsOf(bytes, version), capacityOf(version)), version);
  const candidates = Array.from({ length: 8 }, (_, mask) => drawn(codewords, version, mask));
  return candidates.reduce((best, each) => (penaltyOf(each) < penaltyOf(best) ? each : best));
}

function at(values: readonly number[], version: number): number {
  return values[version - 1] ?? 0;
}

/** Modules that carry codewords, besides patterns and information about the code itself. */
function rawModulesOf(version: number): number {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const alignments = Math.floor(version / 7) + 2;
    modules -= (25 * alignments - 10) * alignments - 55;
    if (version >= 7) modules -= 36;
  }
  return modules;
}

/** Bits of data that fit. */
function capacityOf(version: number): number {
  return 8 * (Math.floor(rawModulesOf(version) / 8) - at(CORRECTION, version) * at(BLOCKS, version));
}

function bitsOf(bytes: readonly number[], version: number): number[] {
  return [
    ...bitsFrom(0b0100, 4),
    ...bitsFrom(bytes.length, version < 10 ? 8 : 16),
    ...bytes.flatMap((byte) => bitsFrom(byte, 8)),
  ];
}

function bitsFrom(value: number, length: number): number[] {
  return Array.from({ length }, (_, index) => (value >>> (length - 1 - index)) & 1);
}

function padded(bits: readonly number[], capacity: number): number[] {
  const filled = [...bits, 0, 0, 0, 0].slice(0, capacity);
  while (filled.length % 8 !== 0) filled.push(0);
  const codewords = Array.from({ length: filled.length / 8 }, (_, index) =>
    parseInt(filled.slice(8 * index, 8 * index + 8).join(''), 2),
  );
  for (let pad = 0xec; codewords.length < capacity / 8; pad ^= 0xec ^ 0x11) codewords.push(pad);
  return codewords;
}

/** Data in blocks with their correction, interleaved; the first blocks may be shorter by one. */
function withCorrection(data: readonly number[], version: number): number[] {
  const blocks = at(BLOCKS, version);
  const correction = at(CORRECTION, version);
  const raw = Math.floor(rawModulesOf(version) / 8);
  const short = blocks - (raw % blocks);
  const shortLength = Math.floor(raw / blocks) - correction;
  const divisor = divisorOf(correction);
  const parts: { data: readonly number[]; correction: readonly number[] }[] = [];
  for (let block = 0, from = 0; block < blocks; block += 1) {
    const part = data.slice(from, (from += shortLength + (block < short ? 0 : 1)));
    parts.push({ data: part, correction: remainderOf(part, divisor) });
  }
  const interleaved = (of: (part: (typeof parts)[number]) => readonly number[], length: number) =>
    Array.from({ length }, (_, index) => parts.map((part) => of(part)[index])).flat();
  return [
    ...interleaved((part) => part.data, shortLength + 1),
    ...interleaved((part) => part.correction, correction),
  ].filter((codeword) => codeword !== undefined);
}

/** Product in the field of 256 elements that the standard uses. */
function multiply(x: number, y: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((y >>> bit) & 1) * x;
  }
  return product;
}

function divisorOf(degree: number): number[] {
  const result = [...Array.from({ length: degree - 1 }, () => 0), 1];
  for (let index = 0, root = 1; index < degree; index += 1, root = multiply(root, 2)) {
    for (let place = 0; place < degree; place += 1) {
      result[place] = multiply(result[place] ?? 0, root) ^ (result[place + 1] ?? 0);
    }
  }
  return result;
}

function remainderOf(data: readonly number[], divisor: readonly number[]): number[] {
  let result = divisor.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ (result[0] ?? 0);
    result = [...result.slice(1), 0].map((value, index) => value ^ multiply(divisor[index] ?? 0, factor));
  }
  return result;
}

/** The square while it is drawn: dark or light, null where nothing is yet. */
type Square = (boolean | null)[][];

function drawn(codewords: readonly number[], version: number, mask: number): boolean[][] {
  const size = 17 + 4 * version;
  const square: Square = Array.from({ length: size }, () => Array.from({ length: size }, () => null));
  drawPatterns(square, version);
  drawInformation(square, version, mask);
  drawCodewords(square, codewords, mask);
  return square.map((row) => row.map((module) => module ?? false));
}

function set(square: Square, x: number, y: number, dark: boolean): void {
  const row = square[y];
  if (row && x >= 0 && x < square.length) row[x] = dark;
}

function drawPatterns(square: Square, version: number): void {
  const size = square.length;
  for (let place = 0; place < size; place += 1) {
    set(square, 6, place, place % 2 === 0);
    set(square, place, 6, place % 2 === 0);
  }
  const ring = (x: number, y: number, reach: number, light: readonly number[]) => {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) {
        set(square, x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
      }
    }
  };
  const places = alignmentPlaces(version);
  const last = places.length - 1;
  places.forEach((y, row) =>
    places.forEach((x, column) => {
      const isCorner =
        (row === 0 && column === 0) || (row === 0 && column === last) || (row === last && column === 0);
      if (!isCorner) ring(x, y, 2, [1]);
    }),
  );
  ring(3, 3, 4, [2, 4]);
  ring(size - 4, 3, 4, [2, 4]);
  ring(3, size - 4, 4, [2, 4]);
}

function alignmentPlaces(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const places = Array.from({ length: count - 1 }, (_, index) => 17 + 4 * version - 7 - index * step);
  return [6, ...places.reverse()];
}

/** Level and mask twice, and the version of large codes, each with its own correction. */
function drawInformation(square: Square, version: number, mask: number): void {
  const size = square.length;
  const data = (LEVEL_M << 3) | mask;
  const bits = ((data << 10) | remainder(data, 10, 0x537)) ^ 0x5412;
  const bit = (index: number) => ((bits >>> index) & 1) === 1;
  for (let index = 0; index < 6; index += 1) set(square, 8, index, bit(index));
  set(square, 8, 7, bit(6));
  set(square, 8, 8, bit(7));
  set(square, 7, 8, bit(8));
  for (let index = 9; index < 15; index += 1) set(square, 14 - index, 8, bit(index));
  for (let index = 0; index < 8; index += 1) set(square, size - 1 - index, 8, bit(index));
  for (let index = 8; index < 15; index += 1) set(square, 8, size - 15 + index, bit(index));
  set(square, 8, size - 8, true);
  if (version < 7) return;
  const wide = (version << 12) | remainder(version, 12, 0x1f25);
  for (let index = 0; index < 18; index += 1) {
    const dark = ((wide >>> index) & 1) === 1;
    const [near, far] = [Math.floor(index / 3), size - 11 + (index % 3)];
    set(square, far, near, dark);
    set(square, near, far, dark);
  }
}

function remainder(data: number, degree: number, generator: number): number {
  let rest = data;
  for (let index = 0; index < degree; index += 1) rest = (rest << 1) ^ ((rest >>> (degree - 1)) * generator);
  return rest;
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Two columns at a time, from the end upwards and downwards in turn, around what is drawn already. */
function drawCodewords(square: Square, codewords: readonly number[], mask: number): void {
  const size = square.length;
  const masked = MASKS[mask] ?? (() => false);
  let next = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const upwards = ((right + 1) & 2) === 0;
      const y = upwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (square[y]?.[x] !== null) continue;
        const bit = ((codewords[next >>> 3] ?? 0) >>> (7 - (next & 7))) & 1;
        set(square, x, y, (bit === 1) !== masked(x, y));
        next += 1;
      }
    }
  }
}

/** How hard a code is to read, by the standard's four rules; the mask with the least is taken. */
function penaltyOf(square: readonly (readonly boolean[])[]): number {
  const columns = square.map((_, x) => square.map((row) => row[x] ?? false));
  const lines = [...square, ...columns].map((line) => line.map((dark) => (dark ? '1' : '0')).join(''));
  const runs = lines
    .flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? [])
    .reduce((sum, run) => sum + run.length - 2, 0);
  const finders = lines.reduce(
    (sum, line) => sum + (line.match(/(?=00001011101|10111010000)/g)?.length ?? 0) * 40,
    0,
  );
  let blocks = 0;
  square.slice(1).forEach((row, above) =>
    row.slice(1).forEach((dark, before) => {
      const others = [square[above]?.[before], square[above]?.[before + 1], row[before]];
      if (others.every((other) => other === dark)) blocks += 3;
    }),
  );
  const dark = square.flat().filter(Boolean).length;
  const share = Math.abs((20 * dark) / square.flat().length - 10);
  return runs + finders + blocks + Math.max(0, Math.ceil(share) - 1) * 10;
}
