import { Route, Routes } from 'react-router';
import { NotFound } from '@/app/not-found';
import { EventPage, NewEventPage } from './event-page';
import { EventsPage } from './events-page';
import { InviteRepresentativePage } from './invite-representative-page';
import { MergeOrganisationPage } from './merge-organisation-page';
import { MergePersonPage } from './merge-person-page';
import { NewOrganisationPage, OrganisationPage } from './organisation-page';
import { OrganisationsPage } from './organisations-page';
import { NewPersonPage, PersonPage } from './person-page';
import { PersonsPage } from './persons-page';
import { NewSourcePage, SourcePage } from './source-page';
import { SourcesPage } from './sources-page';

/** Who and what agreements refer to: organisations, persons, signing events, sources. */
export function PeoplePages() {
  return (
    <Routes>
      <Route path="organisations" element={<OrganisationsPage />} />
      <Route path="organisations/new" element={<NewOrganisationPage />} />
      <Route path="organisations/:id" element={<OrganisationPage />} />
      <Route path="organisations/:id/invite" element={<InviteRepresentativePage />} />
      <Route path="organisations/:id/merge" element={<MergeOrganisationPage />} />
      <Route path="persons" element={<PersonsPage />} />
      <Route path="persons/new" element={<NewPersonPage />} />
      <Route path="persons/:id" element={<PersonPage />} />
      <Route path="persons/:id/merge" element={<MergePersonPage />} />
      <Route path="events" element={<EventsPage />} />
      <Route path="events/new" element={<NewEventPage />} />
      <Route path="events/:id" element={<EventPage />} />
      <Route path="sources" element={<SourcesPage />} />
      <Route path="sources/new" element={<NewSourcePage />} />
      <Route path="sources/:id" element={<SourcePage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
