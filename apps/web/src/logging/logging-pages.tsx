import { Route, Routes, useParams } from 'react-router';
import { NotFound } from '@/app/not-found';
import { CheckPage } from './check-page';
import { ConflictPage } from './conflict-page';
import { DraftProvider } from './draft/draft-provider';
import { NewAgreementPage } from './new-agreement-page';
import { OpenDraftPage } from './open-draft-page';
import { ActSection } from './sections/act-section';
import { CommitmentPage } from './sections/commitment-page';
import { CommitmentsSection } from './sections/commitments-section';
import { DocumentsSection } from './sections/documents-section';
import { InstrumentSection } from './sections/instrument-section';
import { NoteSection } from './sections/note-section';
import { PartiesSection } from './sections/parties-section';
import { SignatoriesSection } from './sections/signatories-section';
import { SourcesSection } from './sections/sources-section';
import { TaskListPage } from './task-list-page';
import './logging.css';

/** Logging an agreement, from its first line to its submission, and drafts on versions that stand. */
export function LoggingPages() {
  return (
    <Routes>
      <Route path="agreements/new" element={<NewAgreementPage />} />
      <Route path="agreements/:id/draft/open" element={<OpenDraftPage />} />
      <Route path="agreements/:id/draft/*" element={<DraftPages />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

function DraftPages() {
  const { id = '' } = useParams();
  return (
    <DraftProvider key={id} agreementId={id}>
      <Routes>
        <Route index element={<TaskListPage />} />
        <Route path="act" element={<ActSection />} />
        <Route path="instrument" element={<InstrumentSection />} />
        <Route path="parties" element={<PartiesSection />} />
        <Route path="signatories" element={<SignatoriesSection />} />
        <Route path="commitments" element={<CommitmentsSection />} />
        <Route path="commitments/:number" element={<CommitmentPage />} />
        <Route path="sources" element={<SourcesSection />} />
        <Route path="documents" element={<DocumentsSection />} />
        <Route path="note" element={<NoteSection />} />
        <Route path="check" element={<CheckPage />} />
        <Route path="conflict" element={<ConflictPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </DraftProvider>
  );
}
