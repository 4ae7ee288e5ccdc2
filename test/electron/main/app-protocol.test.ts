import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPageServer } from '../../../electron/main/app-protocol.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let serve: (request: Request) => Response;

beforeEach(() => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const page = join(folder, 'renderer');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html>');
  writeFileSync(join(page, 'assets', 'main-1a2b.js'), 'export {}');
  writeFileSync(join(page, 'assets', 'inter.woff2'), 'font');
  writeFileSync(join(page, 'assets', 'odd.xyz'), 'odd');
  serve = createPageServer(page);
});

const get = (url: string): Response => serve(new Request(url));

describe('app://', () => {
  it('serves the built files with their types', async () => {
    expect(await get('app://lab/index.html').text()).toBe('<!doctype html>');
    const types = ['index.html', 'assets/main-1a2b.js', 'assets/inter.woff2', 'assets/odd.xyz'].map(
      (path) => get(`app://lab/${path}`).headers.get('Content-Type'),
    );
    expect(types).toEqual([
      'text/html; charset=utf-8',
      'text/javascript; charset=utf-8',
      'font/woff2',
      'application/octet-stream',
    ]);
  });

  it('sends the security headers with every answer, also with a refusal', () => {
    for (const url of ['app://lab/index.html', 'app://lab/nothing']) {
      expect(Object.fromEntries(get(url).headers)).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; " +
          "font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; " +
          "frame-src 'none'; child-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; " +
          "frame-ancestors 'none'; require-trusted-types-for 'script'; " +
          'trusted-types svelte-trusted-html downhill-lessons',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      });
    }
  });

  it.each([
    'app://lab/',
    'app://lab',
    'app://lab/../secret.txt',
    'app://lab/assets/../../secret.txt',
    'app://lab/%2e%2e/secret.txt',
    'app://lab/%2e%2e%2fsecret.txt',
    'app://lab/..%2fsecret.txt',
    'app://lab/..%5csecret.txt',
    'app://lab/..\\secret.txt',
    'app://lab//index.html',
    'app://lab/./../secret.txt',
    'app://lab/assets',
    'app://lab/assets/',
    'app://lab/INDEX.HTML',
    'app://lab/index.html%00.js',
    'app://lab/index.html/',
    'app://lab/%69ndex.html',
    'app://lab/__proto__',
    'app://lab/constructor',
    'app://other/index.html',
    'app://lab.evil/index.html',
    'app://evil@lab/index.html',
    'app://lab:8080/index.html',
    'https://lab/index.html',
    'file:///etc/hostname',
    `app://lab/${'a'.repeat(100_000)}`,
  ])('refuses %s', (url) => {
    // A request object would not even carry user names; the handler must not rely on that.
    const response = serve({ method: 'GET', url } as Request);
    expect(response.status).toBe(404);
    expect(response.body).toBeNull();
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('refuses %s', (method) => {
    expect(serve(new Request('app://lab/index.html', { method })).status).toBe(405);
  });

  it('refuses what is no address', () => {
    expect(serve({ method: 'GET', url: 'not an address' } as Request).status).toBe(400);
  });

  it('takes no notice of queries and fragments', () => {
    expect(get('app://lab/index.html?x=../../secret.txt#y').status).toBe(200);
  });

  it('serves nothing but the listed files, whatever is asked for', async () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2e%2e',
      '%2f',
      '/',
      '\\',
      '%5c',
      '%00',
      'assets',
      'index.html',
      'secret.txt',
      '~',
      ' ',
      ':',
    );
    const path = fc.array(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 8,
    });
    const bodies = ['<!doctype html>', 'export {}', 'font', 'odd', ''];
    await fc.assert(
      fc.asyncProperty(path, async (parts) => {
        const url = `app://lab/${parts.join('')}`;
        fc.pre(URL.canParse(url));
        expect(bodies).toContain(await serve({ method: 'GET', url } as Request).text());
      }),
      { seed: 5, numRuns: 1000 },
    );
  });
});
