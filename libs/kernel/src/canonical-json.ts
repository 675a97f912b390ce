/**
 * The canonical form of a JSON value (RFC 8785): one text for one value, whatever order its keys were written in,
 * so that a digest of it proves the value.
 * @throws TypeError for what JSON cannot say: undefined, functions, numbers that are not finite, half a character.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    // UTF-16 code units, as the RFC asks: the order in which JavaScript compares texts.
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${text(key)}:${canonicalJson(inner)}`).join(',')}}`;
  }
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`not a JSON number: ${value}`);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value);
  throw new TypeError(`not a JSON value: ${typeof value}`);
}

function text(value: string): string {
  if (/\p{Cs}/u.test(value)) throw new TypeError('half a character');
  return JSON.stringify(value);
}
