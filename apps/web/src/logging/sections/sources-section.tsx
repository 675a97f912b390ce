import { useTranslation } from 'react-i18next';
import { type Choice, fieldId } from '@/ui/field';
import { SourcePicker } from '../pickers/source-picker';
import { type Citation, type DraftDocument, emptyCitation, newPartId } from '../draft/document';
import { sourcingOf, withoutPart } from '../draft/defaults';
import { useDraft, useDraftValue, useEdit } from '../draft/draft-context';
import { DraftArea, DraftCheck, DraftDay, DraftSelect, DraftText } from '../draft/draft-fields';
import { useChoices } from './choices';
import { useCommitmentName, usePartyNames, useSignatoryNames } from './names';
import { AddPart, More, Part, SectionPage } from './section-page';

export function SourcesSection() {
  const { t } = useTranslation(['logging', 'words']);
  const { state, store } = useDraft();
  const edit = useEdit();
  const { citations } = state.content.document;
  return (
    <SectionPage section="sources">
      {citations.map((citation, at) => (
        <Part
          key={at}
          list="citations"
          title={t('citationNumber', { number: at + 1 })}
          onRemove={() => {
            store.forgetUnread('citations[');
            edit((now) => counted(withoutPart(now, citation.id)));
          }}
        >
          <CitationFields at={at} citation={citation} />
        </Part>
      ))}
      <AddPart
        list="citations"
        label={citations.length === 0 ? t('addFirstSource') : t('addSource')}
        field={fieldId(`citations[${citations.length}].sourceId`)}
        onAdd={() =>
          edit((now) => ({ ...now, citations: [...now.citations, emptyCitation(newPartId(now))] }))
        }
      />
    </SectionPage>
  );
}

/** The number of sources follows from them. */
function counted(document: DraftDocument): DraftDocument {
  return { ...document, sourcing: sourcingOf(document.citations) };
}

function CitationFields({ at, citation }: { readonly at: number; readonly citation: Citation }) {
  const { t } = useTranslation(['logging', 'words']);
  const choices = useChoices();
  const subjects = useSubjects();
  const edit = useEdit();
  const path = `citations[${at}]`;
  const { value, error, lock } = useDraftValue<string>(`${path}.sourceId`);
  const change = (changes: Partial<Citation>) =>
    edit((now) =>
      counted({
        ...now,
        citations: now.citations.map((one, index) => (index === at ? { ...one, ...changes } : one)),
      }),
    );
  return (
    <>
      <SourcePicker
        label={t('words:field.source')}
        hint={lock ? t(`lock.${lock}`) : t('sourceHint')}
        field={`${path}.sourceId`}
        error={error}
        disabled={lock !== null}
        id={value}
        onChoose={(sourceId) => change({ sourceId })}
      />
      <SubjectField path={path} citation={citation} subjects={subjects} onChange={change} />
      <DraftSelect
        path={`${path}.field`}
        label={t('speaksOf')}
        choices={choices('citationField')}
        none={null}
      />
      {citation.field === 'whole' ? null : (
        <DraftArea
          path={`${path}.stated`}
          label={t('whatItSays')}
          hint={t('whatItSaysHint')}
          rows={2}
          optional
        />
      )}
      <DraftText path={`${path}.locator`} label={t('words:field.locator')} hint={t('locatorHint')} optional />
      <DraftCheck path={`${path}.adopted`} label={t('words:field.adopted')} hint={t('adoptedHint')} />
      <More label={t('more.citation')} open={Boolean(citation.readOn ?? citation.note)}>
        {citation.field === 'whole' ? (
          <DraftArea
            path={`${path}.stated`}
            label={t('whatItSays')}
            hint={t('whatItSaysHint')}
            rows={2}
            optional
          />
        ) : null}
        <DraftDay path={`${path}.readOn`} label={t('words:field.readOn')} optional />
        <DraftText path={`${path}.note`} label={t('words:field.note')} optional />
      </More>
    </>
  );
}

/** What in the document the source speaks of: all of it, or one part. */
function SubjectField({
  path,
  citation,
  subjects,
  onChange,
}: {
  readonly path: string;
  readonly citation: Citation;
  readonly subjects: readonly Choice[];
  readonly onChange: (changes: Partial<Citation>) => void;
}) {
  const { t } = useTranslation('logging');
  return (
    <DraftSelect
      path={`${path}.subjectId`}
      label={t('backs')}
      choices={subjects}
      none={t('theWhole')}
      onChoose={(chosen) => {
        const [subject, subjectId = null] = (chosen ?? 'agreement').split(' ');
        onChange({ subject: subject as Citation['subject'], subjectId });
      }}
      shown={citation.subjectId === null ? '' : `${citation.subject} ${citation.subjectId}`}
    />
  );
}

/** Every part that a source may speak of, as `subject id`. */
function useSubjects(): readonly Choice[] {
  const { t } = useTranslation('words');
  const { document } = useDraft().state.content;
  const parties = usePartyNames();
  const signatories = useSignatoryNames();
  const name = useCommitmentName();
  const of = (subject: 'party' | 'signatory' | 'commitment' | 'milestone', id: string, label: string) => ({
    value: `${subject} ${id}`,
    label: `${t(`citationSubject.${subject}`)} – ${label}`,
  });
  return [
    ...document.commitments.flatMap((one, at) => [
      of('commitment', one.id, name(at, document)),
      ...one.milestones.map((inner, index) =>
        of('milestone', inner.id, `${name(at, document)} ${index + 1}`),
      ),
    ]),
    ...document.parties.map(({ id }) => of('party', id, parties.get(id) ?? '')),
    ...document.signatories.map(({ id }) => of('signatory', id, signatories.get(id) ?? '')),
  ];
}
