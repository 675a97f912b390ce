import { gunzipSync } from 'node:zlib';
import { type TestApi, startTestApi } from '../../support/application';

describe('the pages of the web application', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const page = (url: string, headers: Record<string, string> = {}) =>
    api.app.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } });

  it('leads from an address without a language to the one that the reader prefers', async () => {
    const answer = await page('/agreements?q=a', { 'accept-language': 'de, ar;q=0.5' });
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe('/ar/agreements?q=a');
  });

  it('stays on this host whatever the address looks like', async () => {
    for (const path of [
      '//elsewhere.test/',
      '/\\elsewhere.test',
      '/%5Celsewhere.test',
      '/fr//elsewhere.test?lang=ar',
    ]) {
      const { headers } = await page(path);
      if (headers.location !== undefined) expect(headers.location).toMatch(/^\/(?:ar|fr|en)(?:\/[^/\\]|$)/);
    }
  });

  it.each([
    ['ar', 'rtl'],
    ['fr', 'ltr'],
    ['en', 'ltr'],
  ])('is a document in %s, read %s', async (language, direction) => {
    const answer = await page(`/${language}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-language']).toBe(language);
    expect(answer.body).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(answer.body).toContain('<h1');
  });

  it('understands ?lang= and takes it into the address', async () => {
    const answer = await page('/fr/definitions?lang=ar&x=1');
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/ar/definitions?x=1']);
  });

  it('is not sent again to a reader who has it', async () => {
    const first = await page('/en');
    const again = await page('/en', { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('is a page with status 404 where there is nothing', async () => {
    const answer = await page('/en/nowhere');
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('Nothing is found here');
  });

  it('leaves the addresses of programs as they are', async () => {
    const answer = await page('/api/v1/nowhere');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('and its script travel compressed to whoever reads that', async () => {
    const document = await page('/en', { 'accept-encoding': 'gzip, br' });
    expect(document.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(document.rawPayload).toString()).toContain('<h1');
    const [script = ''] = /\/assets\/index-[^"]+\.js/.exec((await page('/en')).body) ?? [];
    const answer = await page(script, { 'accept-encoding': 'gzip, br' });
    expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([200, 'br']);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await page(script)).headers['content-encoding']).toBeUndefined();
  });

  it('asks nothing of another host and runs nothing written into it', async () => {
    const answer = await page('/en');
    expect(answer.body).not.toMatch(/(?:src|href)="(?:https?:)?\/\/(?!127\.0\.0\.1)/);
    expect(answer.body).not.toMatch(/<script(?![^>]*(?:src=|application\/json))/);
    expect(answer.body).not.toMatch(/ style="/);
  });
});
