import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type SignedInAccount, countryWide, signInAs } from '../../support/accounts';
import { type TestApi, startTestApi } from '../../support/application';
import { type CompaniesApart, recordCompaniesApart } from '../../support/companies-apart';
import { fileForm, sendForm } from '../../support/forms';
import { madePdf } from '../../support/made-files';
import { eventually } from '../../standalone/real-process';

const LIMIT = 3_000_000;

/** On a line that does what lines do. */
describe('files on their way', () => {
  let api: TestApi;
  let register: CompaniesApart;
  let officer: SignedInAccount;
  let port: number;

  beforeAll(async () => {
    api = await startTestApi({ FILE_MAX_BYTES: String(LIMIT) });
    register = await recordCompaniesApart(api);
    officer = await signInAs(api, { grants: [countryWide('officer')] });
    await api.app.listen(0, '127.0.0.1');
    await sendForm(api, officer, path(), fileForm(madePdf('the first')));
    port = (api.app.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(() => api.close());

  const path = () => `/agreements/${register.own.agreement}/files`;
  const incoming = () => readdirSync(join(api.dataDir, 'files/.incoming'));

  const head = (lines: readonly string[], cookie = officer.cookie) =>
    [
      `POST /api/v1${path()} HTTP/1.1`,
      'host: register.test',
      `cookie: ${cookie}`,
      'content-type: multipart/form-data; boundary=b',
      ...lines,
      '',
      '',
    ].join('\r\n');
  const BEGINNING =
    '--b\r\ncontent-disposition: form-data; name="role"\r\n\r\nannex\r\n' +
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n';
  const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

  async function opened(text: string): Promise<Socket> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => undefined);
    socket.write(text);
    return socket;
  }

  /** All that is said until the other side ends the connection. */
  async function answered(socket: Socket): Promise<string> {
    let said = '';
    socket.on('data', (bytes: Buffer) => (said += bytes.toString()));
    if (!socket.closed) await new Promise((closed) => socket.once('close', closed));
    return said;
  }

  it('are refused unread when nobody signed in sends them, or they say that they are too large', async () => {
    const stranger = await opened(head(['content-length: 2000000'], 'mithaq_session=invented'));
    expect(await answered(stranger)).toMatch(/^HTTP\/1.1 401 [^]*connection: close[^]*sign_in_required/i);
    const large = await opened(head([`content-length: ${LIMIT + 1_000_000}`]));
    expect(await answered(large)).toMatch(/^HTTP\/1.1 413 [^]*connection: close[^]*file_too_large/i);
    expect(incoming()).toEqual([]);
  });

  it('are not read on without end', async () => {
    const socket = await opened(head(['transfer-encoding: chunked']) + chunk(BEGINNING));
    const answer = answered(socket);
    const more = chunk('x'.repeat(100_000));
    while (!socket.destroyed && socket.writable) {
      socket.write(more);
      await pause(1);
    }
    expect(await answer).toMatch(/^(HTTP\/1.1 413 [^]*file_too_large[^]*)?$/);
    expect(await eventually(() => incoming().length === 0)).toBe(true);
  });

  it('leave nothing when their sender goes away, nor a place that others would need', async () => {
    for (let round = 0; round < 4; round += 1) {
      const sockets = await Promise.all(
        Array.from({ length: 8 }, () => opened(head(['content-length: 2000000']) + BEGINNING)),
      );
      await eventually(() => incoming().length > 0);
      for (const socket of sockets) socket.destroy();
      expect(await eventually(() => incoming().length === 0)).toBe(true);
    }
    const sent = await sendForm(api, officer, path(), fileForm(madePdf('after all')));
    expect(sent.status).toBe(201);
  });

  it('are cut off where they are no longer what was kept', async () => {
    const content = madePdf('z'.repeat(1_000_000));
    const { body } = await sendForm(api, officer, path(), fileForm(content));
    const { id, sha256 } = body as { id: string; sha256: string };
    const url = `http://127.0.0.1:${port}/api/v1${path()}/${id}/content`;
    const take = async () => {
      const answer = await fetch(url, { headers: { cookie: officer.cookie } });
      return Buffer.from(await answer.arrayBuffer());
    };
    expect((await take()).equals(content)).toBe(true);
    const changed = Buffer.from(content);
    changed[500_000] = 0x21;
    writeFileSync(join(api.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256), changed);
    await expect(take()).rejects.toThrow();
    writeFileSync(join(api.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256), content);
    expect((await take()).equals(content)).toBe(true);
  });

  it('go to many readers at once, some of whom do not wait', async () => {
    const content = madePdf('w'.repeat(2_000_000));
    const { body } = await sendForm(api, officer, path(), fileForm(content));
    const url = `http://127.0.0.1:${port}/api/v1${path()}/${String(body.id)}/content`;
    const leaving = async () => {
      const request = ['GET', `/api/v1${path()}/${String(body.id)}/content`, 'HTTP/1.1'].join(' ');
      const socket = await opened(`${request}\r\nhost: register.test\r\ncookie: ${officer.cookie}\r\n\r\n`);
      await once(socket, 'data');
      socket.destroy();
    };
    const staying = async () => {
      const answer = await fetch(url, { headers: { cookie: officer.cookie } });
      return Buffer.from(await answer.arrayBuffer()).equals(content);
    };
    const readers = Array.from({ length: 16 }, (_, reader) => (reader % 4 === 0 ? leaving() : staying()));
    const taken = await Promise.all(readers);
    expect(taken.filter((one) => one !== undefined)).toEqual(Array<boolean>(12).fill(true));
  });
});
