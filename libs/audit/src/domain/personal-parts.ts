/** A personal value of a payload: where its digest stands, and the value; null once it was erased. */
export interface PersonalPart {
  readonly pointer: string;
  readonly value: string | null;
}

const SHA256 = /^[0-9a-f]{64}$/;

/** The places of a payload that hold the digest of a personal value, with the values that are still there. */
export function personalPartsOf(
  payload: unknown,
  kept: readonly { readonly pointer: string; readonly value: string }[],
): readonly PersonalPart[] {
  const values = new Map(kept.map(({ pointer, value }) => [pointer, value]));
  return pointersTo(payload, '').map((pointer) => ({ pointer, value: values.get(pointer) ?? null }));
}

function pointersTo(part: unknown, pointer: string): string[] {
  if (typeof part !== 'object' || part === null) return [];
  if (isDigest(part)) return [pointer];
  return Object.entries(part).flatMap(([key, inner]) =>
    pointersTo(inner, `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`),
  );
}

function isDigest(part: object): boolean {
  const { personal, ...others } = part as { personal?: unknown };
  return typeof personal === 'string' && SHA256.test(personal) && Object.keys(others).length === 0;
}
