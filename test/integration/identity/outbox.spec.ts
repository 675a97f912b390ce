import { SentMails, Transactions } from '@app/platform';
import { countryWide, signInAs } from '../../support/accounts';
import { TestApi, startTestApi } from '../../support/application';

interface Outbox {
  readonly total: number;
  readonly items: readonly { readonly subject: string; readonly body: string | null; carriesLink: boolean }[];
}

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
  for (const carriesLink of [false, true]) {
    const subject = carriesLink ? 'An invitation' : 'A deadline';
    await api.app.get(Transactions).run((tx) =>
      api.app.get(SentMails).record(tx, {
        mail: {
          ...{ messageId: `${carriesLink}@mithaq.test`, to: ['reader@mithaq.test'], subject, language: 'en' },
          ...{ text: 'the words', html: '<p>the words</p>' },
        },
        receipt: { transport: 'file', file: 'one.eml', accepted: ['reader@mithaq.test'] },
        topic: carriesLink ? 'invitation' : 'deadline_ahead',
        carriesLink,
        at: new Date('2026-11-23T10:00:00Z'),
      }),
    );
  }
});

afterAll(() => api.close());

const outboxFor = async (role: string, secondFactor = true) => {
  const reader = await signInAs(api, { grants: [countryWide(role)], secondFactor });
  const { status, body } = await reader.http<Outbox>('GET', '/outbox?count=exact');
  expect(status).toBe(200);
  return body;
};

describe('mails that carry a single-use link', () => {
  it.each(['officer', 'verifier', 'legal', 'director', 'auditor'])('are not there for a %s', async (role) => {
    const { total, items } = await outboxFor(role);
    expect([total, items.map(({ subject }) => subject)]).toEqual([1, ['A deadline']]);
    expect(items[0]?.body).toBe('the words');
  });

  it('are listed for an administrator, with a second factor or without, and never with their words', async () => {
    for (const secondFactor of [true, false]) {
      const { total, items } = await outboxFor('admin', secondFactor);
      expect(total).toBe(2);
      expect(items.find(({ carriesLink }) => carriesLink)).toMatchObject({
        subject: 'An invitation',
        body: null,
      });
    }
  });

  it('cannot be kept with their words by the database either', async () => {
    await expect(
      api.dataSource.query(`UPDATE sent_mail SET body = 'the words' WHERE carries_link`),
    ).rejects.toMatchObject({ driverError: { constraint: 'sent_mail_keeps_no_link' } });
  });
});
