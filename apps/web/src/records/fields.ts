import type { Choice } from '@/ui/field';
import type { TextInLanguages } from '@/ui/text';

interface FieldBase<Body> {
  readonly key: keyof Body & string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

/** One question of a record's form, by the path that the API knows it by. */
export type RecordField<Body> = FieldBase<Body> &
  (
    | { readonly kind: 'text' | 'area' | 'date' | 'number' | 'email' | 'code'; readonly maxLength?: number }
    /** One text in any of the three languages. */
    | { readonly kind: 'texts'; readonly long?: boolean }
    /** Several lines, each a value of its own. */
    | { readonly kind: 'lines' }
    | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly none?: string }
  );

/** What stands in a form, by field. */
export type Typed = Readonly<Record<string, string | TextInLanguages>>;

/** A value of a record as a form shows it. */
export function asTyped<Body>(field: RecordField<Body>, value: unknown): string | TextInLanguages {
  if (field.kind === 'texts') return value ?? {};
  if (field.kind === 'lines') return Array.isArray(value) ? value.join('\n') : '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What a form says as the API takes it; an answer that was taken out is null. */
export function fromTyped<Body>(field: RecordField<Body>, typed: string | TextInLanguages): unknown {
  if (field.kind === 'texts') return textsOf(typed as TextInLanguages);
  const text = (typed as string).trim();
  if (field.kind === 'lines') {
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  }
  if (text === '') return null;
  // What is no number is sent as it was typed: the refusal names the field.
  if (field.kind === 'number') return Number.isFinite(Number(text)) ? Number(text) : text;
  return text;
}

function textsOf({ ar, fr, en }: TextInLanguages): TextInLanguages {
  const said = (text: string | null | undefined) => text?.trim() || null;
  return { ar: said(ar), fr: said(fr), en: said(en) };
}

/** What to send: of a correction what was changed alone, of a new record what was answered. */
export function bodyOf<Body>(
  fields: readonly RecordField<Body>[],
  typed: Typed,
  record: object | null,
): Partial<Body> {
  const before = record as Record<string, unknown> | null;
  const said = fields
    .filter(({ key }) => key in typed)
    .map((field) => [field, fromTyped(field, typed[field.key] ?? '')] as const)
    .filter(([field, value]) =>
      before === null
        ? value !== null
        : JSON.stringify(value) !== JSON.stringify(fromTyped(field, asTyped(field, before[field.key]))),
    );
  return Object.fromEntries(said.map(([{ key }, value]) => [key, value])) as Partial<Body>;
}
