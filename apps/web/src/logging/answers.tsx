import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Fact, Facts } from '@/ui/facts';
import { Name, useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { useEvent } from './pickers/event-picker';
import { useSectors } from './pickers/place-pickers';
import { useSource } from './pickers/source-picker';
import { type Citation, hasText, isSigned } from './draft/document';
import { useDraft } from './draft/draft-context';
import { type Section, sectionsOf } from './draft/sections';
import { CommitmentAnswers } from './commitment-answers';
import { Given, GivenDate, GivenTexts } from './given';
import { useFiles } from './sections/act-section';
import { usePartyNames, useSignatoryNames } from './sections/names';
import { useSayQuantity } from './sections/say-promise';

/** All that was answered, section by section, each with the way to change it. */
export function Answers() {
  const { state } = useDraft();
  return (
    <>
      {sectionsOf(state.record.kind).map((section) => {
        const Section = SECTIONS[section];
        return <Section key={section} />;
      })}
    </>
  );
}

const SECTIONS: Readonly<Record<Section, () => ReactNode>> = {
  act: ActAnswers,
  instrument: InstrumentAnswers,
  parties: PartiesAnswers,
  signatories: SignatoriesAnswers,
  commitments: CommitmentsAnswers,
  sources: SourcesAnswers,
  documents: DocumentsAnswers,
  note: NoteAnswers,
};

function Answered({ section, children }: { readonly section: Section; readonly children: ReactNode }) {
  const { t } = useTranslation('logging');
  const { agreementId } = useDraft();
  const title = t(`section.${section}.title`);
  return (
    <section className="section">
      <div className="answer-head">
        <h2>{title}</h2>
        <Link
          to={`/staff/agreements/${agreementId}/draft/${section}`}
          aria-label={t('check.changeNamed', { name: title })}
        >
          {t('check.change')}
        </Link>
      </div>
      {children}
    </section>
  );
}

function ActAnswers() {
  const { t } = useTranslation(['logging', 'words']);
  const { agreementId, state } = useDraft();
  const { reason, amendment } = state.content;
  const files = useFiles(agreementId);
  const source = useSource(amendment?.sourceId ?? null);
  const file = files.find(({ id }) => id === amendment?.fileId);
  return (
    <Answered section="act">
      <Facts>
        <Fact name={t('reasonOfVersion')}>
          <Given>{reason}</Given>
        </Fact>
        {state.record.kind === 'amendment' ? (
          <>
            <Fact name={t('amendment.number')}>
              <Given>{amendment?.number}</Given>
            </Fact>
            <Fact name={t('words:field.signedOn')}>
              <GivenDate date={amendment?.signedOn ? { stated: amendment.signedOn } : null} />
            </Fact>
            <Fact name={t('amendment.effectiveOn')}>
              <GivenDate date={amendment?.effectiveOn ? { stated: amendment.effectiveOn } : null} />
            </Fact>
            <Fact name={t('amendment.rationale')}>
              <Given>{amendment?.rationale}</Given>
            </Fact>
            <Fact name={t('amendment.file')}>
              <Given>{file?.title ?? file?.fileName ?? source.data?.title ?? source.data?.url}</Given>
            </Fact>
          </>
        ) : null}
      </Facts>
    </Answered>
  );
}

function InstrumentAnswers() {
  const { t } = useTranslation(['logging', 'words']);
  const word = useWord();
  const say = useText();
  const sayQuantity = useSayQuantity();
  const { document } = useDraft().state.content;
  const event = useEvent(document.signing.eventId);
  const sectors = useSectors().data?.items ?? [];
  const named = sectors
    .filter(({ code }) => document.sectorCodes.includes(code))
    .map(({ names }) => say(names));
  const { amount, signing } = document;
  return (
    <Answered section="instrument">
      <Facts>
        <Fact name={t('words:field.instrumentType')}>
          <Given>{document.instrumentType ? word('instrumentType', document.instrumentType) : null}</Given>
        </Fact>
        <Fact name={word('titleStatus', document.titleStatus ?? 'descriptive')}>
          <GivenTexts of={document.title} />
        </Fact>
        <Fact name={t('words:field.legalState')}>
          <Given>{document.legalState ? word('legalState', document.legalState) : null}</Given>
        </Fact>
        {isSigned(document) ? (
          <>
            <Fact name={t('words:field.signedOn')}>
              <GivenDate date={signing.date} absence={signing.dateAbsence} />
            </Fact>
            <Fact name={t('words:field.event')}>
              <Given>{event.data ? say(event.data.names) : null}</Given>
              {signing.sharesEventAmount ? (
                <p className="muted">{t('words:field.sharesEventAmount')}</p>
              ) : null}
            </Fact>
            <Fact name={t('words:field.signingPlace')}>
              <Given>{signing.place}</Given>
            </Fact>
          </>
        ) : null}
        <Fact name={t('words:field.sector')}>
          <Given>{[...named, document.sectorStated ?? ''].filter(Boolean).join(' · ')}</Given>
        </Fact>
        <Fact name={t('words:field.amount')}>
          <Given>
            {amount
              ? sayQuantity({
                  ...{ relation: null, stability: null, basis: null, level: null, stated: null },
                  ...{ value: amount.value, unit: amount.currency, qualifier: amount.qualifier },
                })
              : null}
          </Given>
        </Fact>
        {document.publishedReference ? (
          <Fact name={t('words:field.publishedReference')}>
            <Given>{document.publishedReference}</Given>
          </Fact>
        ) : null}
        {hasText(document.summary) ? (
          <Fact name={t('words:field.summary')}>
            <GivenTexts of={document.summary} />
          </Fact>
        ) : null}
      </Facts>
    </Answered>
  );
}

function PartiesAnswers() {
  const { t } = useTranslation('logging');
  const word = useWord();
  const names = usePartyNames();
  const { parties, partiesAbsence } = useDraft().state.content.document;
  return (
    <Answered section="parties">
      <Facts>
        {parties.map(({ id, role, note }) => (
          <Fact key={id} name={role ? word('partyRole', role) : t('check.empty')}>
            <Given>{names.get(id)}</Given>
            {note ? <p className="muted">{note}</p> : null}
          </Fact>
        ))}
        {parties.length === 0 ? (
          <Fact name={t('partiesAbsence')}>
            <Given>{partiesAbsence ? word('absence', partiesAbsence) : null}</Given>
          </Fact>
        ) : null}
      </Facts>
    </Answered>
  );
}

function SignatoriesAnswers() {
  const { t } = useTranslation('logging');
  const word = useWord();
  const parties = usePartyNames();
  const names = useSignatoryNames();
  const { signatories, signatoriesAbsence } = useDraft().state.content.document;
  return (
    <Answered section="signatories">
      <Facts>
        {signatories.map(({ id, role, partyId, personId, absence, capacity }) => (
          <Fact key={id} name={role ? word('signatoryRole', role) : t('check.empty')}>
            {personId === null ? (
              <Given>{absence ? word('absence', absence) : null}</Given>
            ) : (
              <Name>{names.get(id) ?? ''}</Name>
            )}
            <p className="muted">
              {[capacity, partyId ? parties.get(partyId) : ''].filter(Boolean).join(' · ')}
            </p>
          </Fact>
        ))}
        {signatories.length === 0 ? (
          <Fact name={t('signatoriesAbsence')}>
            <Given>{signatoriesAbsence ? word('absence', signatoriesAbsence) : null}</Given>
          </Fact>
        ) : null}
      </Facts>
    </Answered>
  );
}

function CommitmentsAnswers() {
  const { t } = useTranslation('logging');
  const { commitments } = useDraft().state.content.document;
  return (
    <Answered section="commitments">
      {commitments.length === 0 ? <p className="muted">{t('noCommitments')}</p> : null}
      {commitments.map((commitment, at) => (
        <CommitmentAnswers key={commitment.id} at={at} commitment={commitment} />
      ))}
    </Answered>
  );
}

function SourcesAnswers() {
  const { t } = useTranslation('logging');
  const { citations } = useDraft().state.content.document;
  return (
    <Answered section="sources">
      {citations.length === 0 ? (
        <p className="muted">{t('check.empty')}</p>
      ) : (
        <Facts>
          {citations.map((citation) => (
            <CitationAnswer key={citation.id} citation={citation} />
          ))}
        </Facts>
      )}
    </Answered>
  );
}

function CitationAnswer({ citation }: { readonly citation: Citation }) {
  const { t } = useTranslation('logging');
  const word = useWord();
  const source = useSource(citation.sourceId);
  const { stated, locator, adopted, field } = citation;
  return (
    <Fact name={field ? word('citationField', field) : t('check.empty')}>
      <Given>{source.data ? (source.data.title ?? source.data.url) : null}</Given>
      <p className="muted">
        {[locator, adopted ? word('field', 'adopted') : t('notAdopted')].filter(Boolean).join(' · ')}
      </p>
      {stated ? (
        <blockquote className="prose" dir="auto">
          {stated}
        </blockquote>
      ) : null}
    </Fact>
  );
}

function DocumentsAnswers() {
  const { t } = useTranslation('logging');
  const word = useWord();
  const { agreementId } = useDraft();
  const files = useFiles(agreementId);
  return (
    <Answered section="documents">
      {files.length === 0 ? (
        <p className="muted">{t('noFiles')}</p>
      ) : (
        <Facts>
          {files.map(({ id, role, title, fileName }) => (
            <Fact key={id} name={word('fileRole', role)}>
              <Name>{title ?? fileName}</Name>
            </Fact>
          ))}
        </Facts>
      )}
    </Answered>
  );
}

function NoteAnswers() {
  const { note } = useDraft().state.content.document;
  return (
    <Answered section="note">
      <p className="prose" dir="auto">
        <Given>{note}</Given>
      </p>
    </Answered>
  );
}
