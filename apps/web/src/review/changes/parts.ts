import type { components } from '../../../.generated/schema';

/** The document of an agreement as drafts and versions hold it. */
export type AgreementDocument = components['schemas']['AgreementDocumentRequest'];
/** One field that differs, as the API answers it. */
export type DocumentDifference = components['schemas']['DifferenceResponse'];

export type PartKind = 'agreement' | 'party' | 'signatory' | 'commitment' | 'milestone' | 'citation';

/** One part of a document: the agreement itself, a party, a commitment and so on. */
export interface Part {
  readonly kind: PartKind;
  /** As differences name it: `commitments[<id>]`; empty for the agreement itself. */
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A part of one document, of the other, or of both, with the fields of it that differ. */
export interface PartOfBoth {
  readonly kind: PartKind;
  readonly path: string;
  readonly before: Part | null;
  readonly after: Part | null;
  /** Fields as the API names them; empty when the whole part came or went. */
  readonly fields: readonly string[];
}

/** The parts of a document in its order. */
export function partsOf(document: AgreementDocument): Part[] {
  const { parties, signatories, commitments, citations, ...own } = document;
  const parts: Part[] = [{ kind: 'agreement', path: '', fields: own }];
  const add = (kind: PartKind, list: string, part: { readonly id: string }) =>
    parts.push({ kind, path: `${list}[${part.id}]`, fields: { ...part } });
  for (const party of parties ?? []) add('party', 'parties', party);
  for (const signatory of signatories ?? []) add('signatory', 'signatories', signatory);
  for (const commitment of commitments ?? []) {
    add('commitment', 'commitments', commitment);
    for (const milestone of commitment.milestones ?? [])
      add('milestone', `commitments[${commitment.id}].milestones`, milestone);
  }
  for (const citation of citations ?? []) add('citation', 'citations', citation);
  return parts;
}

/** Differences by the part they are in, in the order of the document; what went comes after what is there. */
export function partsThatDiffer(
  differences: readonly DocumentDifference[],
  before: AgreementDocument | null,
  after: AgreementDocument,
): PartOfBoth[] {
  const earlier = new Map((before ? partsOf(before) : []).map((part) => [part.path, part]));
  const later = new Map(partsOf(after).map((part) => [part.path, part]));
  const order = [...new Set([...later.keys(), ...earlier.keys()])];
  const byPart = new Map<string, string[]>();
  for (const { path, field } of differences) {
    const part = field === '' ? path : path.slice(0, Math.max(0, path.length - field.length - 1));
    byPart.set(part, [...(byPart.get(part) ?? []), ...(field === '' ? [] : [field])]);
  }
  return [...byPart]
    .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .flatMap(([path, fields]) => {
      const [was, is] = [earlier.get(path) ?? null, later.get(path) ?? null];
      const { kind } = is ?? was ?? {};
      return kind ? [{ kind, path, before: was, after: is, fields }] : [];
    });
}
