import { Route, Routes } from 'react-router';
import { NotFound } from '@/app/not-found';
import { AgreementsPage } from './agreements-page';
import { CommitmentsPage } from './commitments-page';
import { AgreementRecord } from './record/agreement-record';

/** Agreements and commitments for whoever is signed in: their tables, and the record of each agreement. */
export function AgreementsPages() {
  return (
    <Routes>
      <Route path="agreements" element={<AgreementsPage />} />
      <Route path="agreements/:id/*" element={<AgreementRecord />} />
      <Route path="commitments" element={<CommitmentsPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
