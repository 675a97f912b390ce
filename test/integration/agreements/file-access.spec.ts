import { FindLiveFile } from '@app/agreements';
import { Transactions } from '@app/platform';
import { signInAs, type SignedInAccount } from '../../support/accounts';
import { FilesRegister, type FileRecord, folderOf } from '../../support/files-register';
import { fileForm, sendForm } from '../../support/forms';

const UNKNOWN = '01900000-0000-7000-8000-00000000abcd';

describe('files of agreements', () => {
  let files: FilesRegister;

  beforeAll(async () => {
    files = await FilesRegister.start();
  });
  afterAll(() => files.api.close());

  const withdraw = (who: SignedInAccount, { id }: FileRecord, reason = 'Another paper was meant') =>
    who.http<FileRecord & { code?: string }>('POST', `${folderOf(files.own)}/${id}/withdrawal`, {
      body: { reason },
    });

  describe('belong to those who signed', () => {
    it('an investor sees signed texts, amendments and annexes of their own agreement, and nothing else', async () => {
      const seen = [];
      for (const role of ['signed_text', 'amendment', 'annex', 'mandate', 'correspondence', 'other']) {
        const file = await files.record(files.another(), { role, fileName: `${role}.pdf` });
        const isTheirs = ['signed_text', 'amendment', 'annex'].includes(role);
        if (isTheirs) seen.push(file.id);
        const status = isTheirs ? 200 : 404;
        expect((await files.investor.http('GET', `${folderOf(files.own)}/${file.id}`)).status).toBe(status);
        expect((await files.download(files.investor, files.contentOf(file))).status).toBe(status);
        expect((await files.download(files.officer, files.contentOf(file))).status).toBe(200);
      }
      const list = await files.investor.http<{ items: (FileRecord & { role: string })[]; total: number }>(
        'GET',
        `${folderOf(files.own)}?limit=100`,
      );
      expect(list.body.total).toBe(list.body.items.length);
      expect(list.body.items.map(({ id }) => id)).toEqual(expect.arrayContaining(seen));
      expect(list.body.items.map(({ role }) => role)).not.toEqual(expect.arrayContaining(['mandate']));
    });

    it('nobody else learns that there are any', async () => {
      const file = await files.record(files.another());
      for (const path of ['', `/${file.id}`, `/${file.id}/content`]) {
        const hidden = await files.other.http('GET', `${folderOf(files.own)}${path}`);
        const unknown = await files.other.http('GET', `${folderOf(UNKNOWN)}${path}`);
        expect(hidden.status).toBe(404);
        expect({ ...hidden.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
      }
      const elsewhere = await files.officer.http(
        'GET',
        `${folderOf(files.companies.other.agreement)}/${file.id}`,
      );
      expect(elsewhere.status).toBe(404);
    });

    it('that an agreement is published opens none of its files to others', async () => {
      const { agreement } = files.companies.published;
      const file = await files.record(files.another(), {}, agreement);
      expect((await files.investor.http('GET', `/agreements/${agreement}`)).status).toBe(200);
      const list = await files.investor.http<{ items: object[]; total: number }>('GET', folderOf(agreement));
      expect([list.status, list.body.items, list.body.total]).toEqual([200, [], 0]);
      expect((await files.download(files.investor, files.contentOf(file, agreement))).status).toBe(404);
    });

    it('the database says the same when the application does not ask', async () => {
      const { Access } = jest.requireActual<typeof import('@app/identity')>('@app/identity');
      const spy = jest.spyOn(Access.prototype, 'visibleOrganisations', 'get').mockReturnValue(null);
      const seen = (
        await files.investor.http<{ items: { role: string }[] }>('GET', `${folderOf(files.own)}?limit=100`)
      ).body.items;
      const hidden = await files.investor.http('GET', folderOf(files.companies.other.agreement));
      const published = await files.investor.http<{ items: object[] }>(
        'GET',
        folderOf(files.companies.published.agreement),
      );
      spy.mockRestore();
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.every(({ role }) => ['signed_text', 'amendment', 'annex'].includes(role))).toBe(true);
      expect([hidden.status, published.body.items]).toEqual([404, []]);
    });

    it('an investor, an auditor and a stranger record none, and their file is not even read', async () => {
      for (const who of [files.investor, files.auditor, null]) {
        const sent = await sendForm(files.api, who, folderOf(files.own), fileForm(files.another()));
        expect([sent.status, sent.body.code]).toEqual(
          who === null ? [401, 'sign_in_required'] : [403, 'permission_required'],
        );
      }
      expect(await files.leftNothing()).toBe(true);
    });

    it('an officer records where their role is held', async () => {
      const regional = await signInAs(files.api, {
        grants: [{ role: 'officer', scope: { kind: 'regions', codes: ['XA-02'] } }],
      });
      const away = await sendForm(files.api, regional, folderOf(files.own), fileForm(files.another()));
      expect([away.status, away.body.code]).toEqual([403, 'outside_scope']);
      const there = await sendForm(
        files.api,
        regional,
        folderOf(files.companies.other.agreement),
        fileForm(files.another()),
      );
      expect(there.status).toBe(201);
      const nowhere = await sendForm(files.api, files.officer, folderOf(UNKNOWN), fileForm(files.another()));
      expect([nowhere.status, nowhere.body.code]).toEqual([404, 'not_found']);
      expect(await files.leftNothing()).toBe(true);
    });
  });

  describe('withdrawn', () => {
    it('stay as proof for those who look into things, and are gone for the others', async () => {
      const content = files.another();
      const file = await files.record(content);
      const by = await withdraw(files.legal, file);
      expect([by.status, by.body.withdrawal]).toEqual([
        200,
        { on: '2026-11-23', at: expect.any(String), reason: 'Another paper was meant' },
      ]);
      expect(by.headers.location).toBeUndefined();
      expect((await files.investor.http('GET', `${folderOf(files.own)}/${file.id}`)).status).toBe(404);
      expect((await files.download(files.investor, files.contentOf(file))).status).toBe(404);
      const listed = await files.officer.http<{ items: FileRecord[] }>(
        'GET',
        `${folderOf(files.own)}?limit=100`,
      );
      expect(listed.body.items.find(({ id }) => id === file.id)?.withdrawal).not.toBeNull();
      expect((await files.download(files.officer, files.contentOf(file))).status).toBe(403);
      expect((await files.download(files.auditor, files.contentOf(file))).bytes.equals(content)).toBe(true);
      const twice = await withdraw(files.legal, file);
      expect([twice.status, twice.body.code]).toEqual([409, 'already_withdrawn']);
      expect((await files.record(content)).sha256).toBe(file.sha256);
    });

    it('only with a reason, and by whom it is permitted', async () => {
      const file = await files.record(files.another());
      expect((await withdraw(files.officer, file)).body.code).toBe('permission_required');
      expect((await withdraw(files.legal, file, ' ')).body.code).toBe('validation_failed');
      const [one, two] = await Promise.all([withdraw(files.legal, file), withdraw(files.legal, file)]);
      expect([one.status, two.status].sort()).toEqual([200, 409]);
    });

    it('cannot be undone or changed in the database, nor a file taken away', async () => {
      const file = await files.record(files.another());
      const change = (sql: string) => files.api.dataSource.query(sql, [file.id]);
      await expect(change('DELETE FROM agreement_file WHERE id = $1')).rejects.toThrow('stays');
      await expect(change(`UPDATE agreement_file SET role = 'other' WHERE id = $1`)).rejects.toThrow('stays');
      await withdraw(files.legal, file);
      await expect(
        change(
          `UPDATE agreement_file SET withdrawn_by = NULL, withdrawn_on = NULL, withdrawn_at = NULL,
                  withdrawal_reason = NULL WHERE id = $1`,
        ),
      ).rejects.toThrow('withdrawn once');
      await expect(
        change('DELETE FROM stored_file WHERE sha256 = (SELECT sha256 FROM agreement_file WHERE id = $1)'),
      ).rejects.toThrow('foreign key');
    });

    it('are no proof any more: others are, while they are asked for', async () => {
      const file = await files.record(files.another(), { role: 'amendment' });
      const find = files.api.app.get(FindLiveFile, { strict: false });
      const transactions = files.api.app.get(Transactions);
      const found = (agreement: string) => transactions.run((tx) => find.execute(tx, agreement, file.id));
      expect(await found(files.own)).toEqual({
        id: file.id,
        role: 'amendment',
        sha256: file.sha256,
      });
      expect(await found(files.companies.other.agreement)).toBeNull();
      let order = '';
      const [, withdrawn] = await Promise.all([
        transactions.run(async (tx) => {
          await find.execute(tx, files.own, file.id);
          await tx.query('SELECT pg_sleep(0.2)');
          order += 'decided ';
        }),
        new Promise((later) => setTimeout(later, 50))
          .then(() => withdraw(files.legal, file))
          .then((answer) => {
            order += 'withdrawn';
            return answer;
          }),
      ]);
      expect([withdrawn.status, order]).toEqual([200, 'decided withdrawn']);
      expect(await found(files.own)).toBeNull();
    });
  });
});
