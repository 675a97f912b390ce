import { useTranslation } from 'react-i18next';
import { Badge } from '@/ui/badge';
import { Empty } from '@/ui/states';
import { Name } from '@/ui/text';
import { PartTitle } from '../changes/part-title';
import { type AgreementDocument, type Part, partsOf } from '../changes/parts';
import { DayValue } from '../changes/field-values';
import { SourceName } from '../names';
import type { Draft } from './draft-page';
import { backs } from './backs';

type Citation = NonNullable<AgreementDocument['citations']>[number];

/** What sources say: first of what this draft changes, then of the rest. */
export function DraftSources({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('review');
  const document = draft.document;
  const citations = document.citations ?? [];
  const ofChanges = citations.filter((citation) => backs(citation, draft.changes));
  const rest = citations.filter((citation) => !ofChanges.includes(citation));
  return (
    <section className="section">
      <h2>{t('sources.title')}</h2>
      {citations.length === 0 ? <Empty title={t('sources.none')}>{t('sources.noneText')}</Empty> : null}
      {ofChanges.length > 0 ? (
        <>
          <h3>{t('sources.ofChanges')}</h3>
          <Citations citations={ofChanges} document={document} />
        </>
      ) : null}
      {draft.baseVersion !== null && ofChanges.length === 0 && citations.length > 0 ? (
        <p className="muted">{t('sources.noneOfChanges')}</p>
      ) : null}
      {rest.length > 0 ? (
        ofChanges.length > 0 || draft.baseVersion !== null ? (
          <details>
            <summary>{t('sources.rest', { count: rest.length })}</summary>
            <Citations citations={rest} document={document} />
          </details>
        ) : (
          <Citations citations={rest} document={document} />
        )
      ) : null}
    </section>
  );
}

function Citations({
  citations,
  document,
}: {
  readonly citations: readonly Citation[];
  readonly document: AgreementDocument;
}) {
  const parts = partsOf(document);
  return (
    <ul className="citations">
      {citations.map((citation) => (
        <li key={citation.id}>
          <OneCitation citation={citation} document={document} parts={parts} />
        </li>
      ))}
    </ul>
  );
}

function OneCitation({
  citation,
  document,
  parts,
}: {
  readonly citation: Citation;
  readonly document: AgreementDocument;
  readonly parts: readonly Part[];
}) {
  const { t } = useTranslation(['review', 'words']);
  const { sourceId, subjectId, field, stated, locator, readOn, adopted, note } = citation;
  const part = parts.find(({ kind, fields }) => kind !== 'citation' && subjectId && fields.id === subjectId);
  return (
    <>
      <p className="citation-of">
        {part ? <PartTitle part={part} document={document} /> : t('words:citationSubject.agreement')}
        {field ? <> · {t(`words:citationField.${field}`)}</> : null}{' '}
        {adopted === false ? <Badge>{t('sources.alsoReported')}</Badge> : null}
      </p>
      {stated ? (
        <blockquote>
          <Name>{stated}</Name>
        </blockquote>
      ) : (
        <p className="muted">{t('sources.backsRecord')}</p>
      )}
      <p className="small">
        {sourceId ? <SourceName id={sourceId} /> : t('words:absence.not_stated')}
        {locator ? (
          <>
            {' '}
            · <Name>{locator}</Name>
          </>
        ) : null}
        {readOn ? (
          <span className="muted">
            {' '}
            · {t('words:field.readOn')} <DayValue day={readOn} />
          </span>
        ) : null}
      </p>
      {note ? (
        <p className="small muted">
          <Name>{note}</Name>
        </p>
      ) : null}
    </>
  );
}
