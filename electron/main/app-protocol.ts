import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { contentSecurityPolicy } from './content-security.ts';

export const SCHEME = 'app';
const HOST = 'lab';
export const START_URL = `${SCHEME}://${HOST}/index.html`;

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/**
 * Answers requests for the built page. The files are listed once; a request is looked up in that list
 * exactly as it stands, so no path is ever joined and nothing outside can be named.
 */
export function createPageServer(folder: string): (request: Request) => Response {
  const files = listFiles(folder);
  return (request) => {
    if (request.method !== 'GET') return refuse(405);
    if (!URL.canParse(request.url)) return refuse(400);
    const { protocol, host, pathname, username, password } = new URL(request.url);
    const mine = protocol === `${SCHEME}:` && host === HOST && username === '' && password === '';
    const file = mine ? files.get(pathname) : undefined;
    if (file === undefined) return refuse(404);
    const type = mimeTypes[extname(file)] ?? 'application/octet-stream';
    return new Response(readFileSync(file), {
      status: 200,
      headers: { ...headers, 'Content-Type': type },
    });
  };
}

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

function refuse(status: number): Response {
  return new Response(null, { status, headers });
}

/** Address path → file, for every file below the folder, which may lie inside the app's archive. */
function listFiles(folder: string, address = ''): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const name = `${address}/${encodeURI(entry.name)}`;
    if (entry.isDirectory()) for (const [key, file] of listFiles(path, name)) files.set(key, file);
    else if (entry.isFile()) files.set(name, path);
  }
  return files;
}
