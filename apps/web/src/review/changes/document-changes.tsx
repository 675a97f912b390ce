import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChangeKind, ChangedPart, Difference, TextDifference } from '@/ui/difference';
import { Fact, Facts } from '@/ui/facts';
import { Empty } from '@/ui/states';
import { type FieldName, FIELDS, type PartField, fieldsFor } from './fields';
import { PartTitle } from './part-title';
import {
  type AgreementDocument,
  type DocumentDifference,
  type Part,
  type PartOfBoth,
  partsOf,
  partsThatDiffer,
} from './parts';

/** From so many letters on, a text is compared word by word. */
const LONG_TEXT = 40;

/**
 * What differs between two documents of one agreement, part by part and field by field, as people read it. Both
 * documents are given: a field is shown whole on either side, with the axes of a figure and the names of records.
 */
export function DocumentChanges({
  differences,
  before,
  after,
}: {
  readonly differences: readonly DocumentDifference[];
  readonly before: AgreementDocument;
  readonly after: AgreementDocument;
}) {
  const { t } = useTranslation('review');
  const parts = partsThatDiffer(differences, before, after);
  if (parts.length === 0) return <Empty title={t('changes.none')} />;
  return (
    <div className="stack">
      {parts.map((part) => (
        <PartThatDiffers key={part.path} part={part} before={before} after={after} />
      ))}
    </div>
  );
}

function PartThatDiffers({
  part,
  before,
  after,
}: {
  readonly part: PartOfBoth;
  readonly before: AgreementDocument;
  readonly after: AgreementDocument;
}) {
  const kind: ChangeKind = part.before === null ? 'added' : part.after === null ? 'removed' : 'changed';
  const [shown, document] = part.after === null ? [part.before, before] : [part.after, after];
  if (!shown) return null;
  return (
    <ChangedPart kind={kind} title={<PartTitle part={shown} document={document} />}>
      {kind === 'changed'
        ? fieldsFor(part.kind, part.fields).map((field) => (
            <FieldThatDiffers
              key={field.key}
              field={field}
              was={{ part: part.before as Part, document: before }}
              is={{ part: part.after as Part, document: after }}
            />
          ))
        : FIELDS[part.kind]
            .filter(({ has }) => has(shown))
            .map((field) => (
              <Difference
                key={field.key}
                name={<NameOfField of={field.name} />}
                before={kind === 'removed' ? field.show(shown, document) : null}
                after={kind === 'added' ? field.show(shown, document) : null}
              />
            ))}
    </ChangedPart>
  );
}

interface Side {
  readonly part: Part;
  readonly document: AgreementDocument;
}

function FieldThatDiffers({
  field,
  was,
  is,
}: {
  readonly field: PartField;
  readonly was: Side;
  readonly is: Side;
}) {
  const name = <NameOfField of={field.name} />;
  const [old, now] = [field.text?.(was.part) ?? '', field.text?.(is.part) ?? ''];
  if (old && now && Math.max(old.length, now.length) >= LONG_TEXT) {
    const language = 'words' in field.name ? field.name.language : undefined;
    return <TextDifference name={name} before={old} after={now} language={language} />;
  }
  return (
    <Difference
      name={name}
      before={field.show(was.part, was.document)}
      after={field.show(is.part, is.document)}
    />
  );
}

/** A field by its name; a text with its language. */
export function NameOfField({ of }: { readonly of: FieldName }): ReactNode {
  const { t } = useTranslation(['review', 'words']);
  if ('own' in of) return t(`field.${of.own}`);
  const name = t(`words:field.${of.words}`);
  return of.language ? `${name} (${t(`words:language.${of.language}`)})` : name;
}

/** A whole document in sections: what a first version puts into the register. */
export function WholeDocument({
  document,
  level = 2,
  withCitations = true,
}: {
  readonly document: AgreementDocument;
  /** They are left out where the sources stand beside the document. */
  readonly withCitations?: boolean;
  /** Of the headings of its sections. */
  readonly level?: 2 | 3;
}) {
  const { t } = useTranslation('words');
  const parts = partsOf(document);
  const of = (...kinds: readonly Part['kind'][]) => parts.filter(({ kind }) => kinds.includes(kind));
  return (
    <div className="stack-loose">
      <PartsInSection
        title={t('citationSubject.agreement')}
        parts={of('agreement')}
        document={document}
        level={level}
        bare
      />
      <PartsInSection title={t('field.parties')} parts={of('party')} document={document} level={level} />
      <PartsInSection
        title={t('field.signatories')}
        parts={of('signatory')}
        document={document}
        level={level}
      />
      <PartsInSection
        title={t('field.commitments')}
        parts={of('commitment', 'milestone')}
        document={document}
        level={level}
      />
      {withCitations ? (
        <PartsInSection
          title={t('field.citations')}
          parts={of('citation')}
          document={document}
          level={level}
        />
      ) : null}
    </div>
  );
}

function PartsInSection({
  title,
  parts,
  document,
  level,
  bare = false,
}: {
  readonly title: string;
  readonly parts: readonly Part[];
  readonly document: AgreementDocument;
  readonly level: 2 | 3;
  /** Without a heading for the part: the section's says it. */
  readonly bare?: boolean;
}) {
  if (parts.length === 0) return null;
  const [Heading, HeadingOfPart] = level === 2 ? (['h2', 'h3'] as const) : (['h3', 'h4'] as const);
  return (
    <section className="section">
      <Heading>{title}</Heading>
      {parts.map((part) => (
        <div key={part.path} className={part.kind === 'milestone' ? 'document-part inner' : 'document-part'}>
          {bare ? null : (
            <HeadingOfPart>
              <PartTitle part={part} document={document} />
            </HeadingOfPart>
          )}
          <Facts>
            {FIELDS[part.kind]
              .filter(({ has, isUsual }) => has(part) && !isUsual?.(part))
              .map((field) => (
                <Fact key={field.key} name={<NameOfField of={field.name} />}>
                  {field.show(part, document)}
                </Fact>
              ))}
          </Facts>
        </div>
      ))}
    </section>
  );
}
