import { PlanAlerts } from '@app/alerts';
import { type SignedInAccount, signInAs } from '../../support/accounts';
import { logCurrent } from '../../support/agreements';
import { fictionalDocument } from '../../support/legal-life';
import { MergeDesk, merge, separate } from '../../support/merges';

jest.setTimeout(120_000);

/** What other features keep of an organisation: who acts for it, what it asked for, what is still to be sent to it. */
describe('what follows a merge of organisations', () => {
  let desk: MergeDesk;
  let goneId: string;
  let keptId: string;
  let agreement: string;
  let commitment: string;
  let reference: string;
  let representative: SignedInAccount;

  beforeAll(async () => {
    desk = await MergeDesk.open();
  });
  afterAll(() => desk.api.close());
  beforeEach(async () => {
    ({ goneId, keptId } = await desk.pair());
    const document = fictionalDocument({
      legalState: 'in_force',
      signing: { date: { stated: '2025' } },
      parties: [{ id: 'p1', role: 'investor', organisationId: goneId }],
    });
    const commitments = (document.commitments as object[]).map((one) => ({ ...one, obligorPartyId: 'p1' }));
    agreement = await logCurrent(desk.api, { ...document, commitments }, { published: true });
    const { body } = await desk.staff.officer.http<{ reference: string; commitments: { id: string }[] }>(
      'GET',
      `/agreements/${agreement}`,
    );
    reference = body.reference;
    commitment = body.commitments[0]?.id ?? '';
    representative = await signInAs(desk.api, {
      grants: [{ role: 'investor_representative', scope: { kind: 'organisation', organisationId: goneId } }],
    });
  });

  const mergeThem = () => merge(desk.staff.officer, ['organisations', goneId, keptId]);
  const publicParty = async () => {
    const { body } = await desk.api.http<{ parties: { organisationId: string }[] }>(
      'GET',
      `/public/agreements/${reference}`,
      { anonymous: true },
    );
    return body.parties.map(({ organisationId }) => organisationId);
  };

  it('the public reads who stays', async () => {
    expect(await publicParty()).toEqual([goneId]);
    await mergeThem();
    expect(await publicParty()).toEqual([keptId]);
    await separate(desk.staff.officer, 'organisations', goneId);
    expect(await publicParty()).toEqual([goneId]);
  });

  it('a request for a change stays with whoever asked, and nobody asks twice', async () => {
    const later = { what: 'deadline', proposed: { deadline: '2031' }, reason: 'the plant is late' };
    const ask = () =>
      representative.http<{ id: string; code?: string }>(
        'POST',
        `/commitments/${commitment}/change-requests`,
        {
          body: later,
        },
      );
    const asked = await ask();
    expect(asked.status).toBe(201);
    await mergeThem();
    const { body } = await representative.http<{ items: { id: string; organisationId: string }[] }>(
      'GET',
      '/change-requests',
    );
    expect(body.items).toMatchObject([{ id: asked.body.id, organisationId: keptId }]);
    expect((await ask()).status).toBe(409);
    const withdrawn = await representative.http('POST', `/change-requests/${asked.body.id}/withdrawal`, {
      body: { reason: 'not needed' },
    });
    expect(withdrawn.status).toBe(200);
    await separate(desk.staff.officer, 'organisations', goneId);
    const again = await representative.http<{ items: { organisationId: string }[] }>(
      'GET',
      '/change-requests',
    );
    expect(again.body.items).toMatchObject([{ organisationId: goneId }]);
  });

  it('an invitation goes with it and comes back; none is issued for the record that went', async () => {
    const invite = (organisationId: string) =>
      representative.http<{ id: string }>('POST', `/organisations/${organisationId}/invitations`, {
        body: { email: 'editor@works.test', language: 'en', role: 'investor_editor' },
      });
    const invited = await invite(goneId);
    expect(invited.status).toBe(201);
    const invitations = async () => {
      const { body } = await representative.http<{ items: { organisation: { id: string } }[] }>(
        'GET',
        '/invitations',
      );
      return body.items.map(({ organisation }) => organisation.id);
    };
    await mergeThem();
    expect(await invitations()).toEqual([keptId]);
    expect((await invite(goneId)).status).toBe(404);
    const officer = await desk.staff.officer.http('POST', `/organisations/${goneId}/invitations`, {
      body: { email: 'late@works.test', language: 'en', role: 'investor_editor' },
    });
    expect(officer.status).toBeGreaterThanOrEqual(400);
    await separate(desk.staff.officer, 'organisations', goneId);
    expect(await invitations()).toEqual([goneId]);
  });

  it('what is still to be sent is addressed to who stays', async () => {
    const recipients = async () => {
      const rows = await desk.api.dataSource.query<{ recipient: string }[]>(
        `SELECT DISTINCT n.recipient FROM alert_notification n JOIN alert_occurrence o ON o.id = n.occurrence_id
          WHERE o.agreement_id = $1 AND o.state = 'due' AND n.recipient LIKE 'organisation:%' ORDER BY 1`,
        [agreement],
      );
      return rows.map(({ recipient }) => recipient);
    };
    await desk.api.app.get(PlanAlerts).execute();
    expect(await recipients()).toEqual([`organisation:${goneId}`]);
    await desk.api.dataSource.query('DELETE FROM outbox');
    await mergeThem();
    const told = await desk.api.dataSource.query<{ id: string }[]>(
      `SELECT payload ->> 'agreementId' AS id FROM outbox WHERE job = 'agreements.changed'`,
    );
    expect(told).toEqual([{ id: agreement }]);
    await desk.api.app.get(PlanAlerts).execute({ agreementId: agreement });
    expect(await recipients()).toEqual([`organisation:${goneId}`, `organisation:${keptId}`].sort());
  });
});
