import { EMPTY_AMENDMENT, EMPTY_PLACE, EMPTY_QUANTITY, type DraftContent } from './document';

type Key = string | number;
type Plain = Readonly<Record<string, unknown>>;

/** What stands where an object begins with its first value. */
const BEGINNINGS: Readonly<Record<string, Plain>> = {
  quantity: EMPTY_QUANTITY,
  place: { ...EMPTY_PLACE },
  amendment: EMPTY_AMENDMENT,
  title: { ar: null, fr: null, en: null },
  summary: { ar: null, fr: null, en: null },
  described: { ar: null, fr: null, en: null },
};

/** The steps of `commitments[0].quantity.value`. */
export function stepsOf(path: string): readonly Key[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? '') : Number(index),
  );
}

/** The value at a path of the document, of the reason or of the amendment; null when there is none. */
export function valueAt(content: DraftContent, path: string): unknown {
  let value: unknown = rootOf(content, path);
  for (const step of stepsOf(path)) {
    if (value === null || typeof value !== 'object') return null;
    value = (value as Record<Key, unknown>)[step];
  }
  return value ?? null;
}

/** The content with another value at a path. */
export function withValueAt(content: DraftContent, path: string, value: unknown): DraftContent {
  const changed = replaced(rootOf(content, path), stepsOf(path), value);
  return isBeside(path)
    ? (changed as DraftContent)
    : { ...content, document: changed as DraftContent['document'] };
}

function rootOf(content: DraftContent, path: string): unknown {
  return isBeside(path) ? content : content.document;
}

/** What is saved beside the document. */
function isBeside(path: string): boolean {
  return path === 'reason' || path.startsWith('amendment');
}

function replaced(
  current: unknown,
  [step, ...rest]: readonly Key[],
  value: unknown,
  name: Key = '',
): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(current) ? (current as unknown[]) : [];
    return list.map((one, at) => (at === step ? replaced(one, rest, value, name) : one));
  }
  const whole = (current ?? BEGINNINGS[name] ?? {}) as Plain;
  return { ...whole, [step]: replaced(whole[step], rest, value, step) };
}

/** Paths as the server names differences, `commitments[<id>].title`, as those of fields, `commitments[0].title`. */
export function fieldOfPath(path: string, { document }: DraftContent): string {
  return path.replace(
    /(parties|signatories|commitments|citations|milestones)\[([^\]]+)\]/g,
    (whole, list: string, id: string) => {
      if (/^\d+$/.test(id)) return whole;
      const parts: readonly { readonly id: string }[] =
        list === 'milestones'
          ? (document.commitments.find(({ milestones }) => milestones.some((one) => one.id === id))
              ?.milestones ?? [])
          : document[list as 'parties' | 'signatories' | 'commitments' | 'citations'];
      const at = parts.findIndex((part) => part.id === id);
      return at < 0 ? whole : `${list}[${at}]`;
    },
  );
}
