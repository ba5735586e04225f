// Serves the built pages under app://assay with the same content policy as the browser shell.
import { randomBytes } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { contentPolicy, noncePlaceholder, policyOfFile } from '../content-policy.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

/** Answers a request for one of our own files; everything else is 404. */
export function pageResponse(folder: string, url: string): Response {
  const path = findFile(folder, url);
  if (path === undefined) return new Response('Not found.', { status: 404 });
  const headers = {
    'content-type': `${mediaTypes[extname(path)] ?? 'application/octet-stream'}; charset=utf-8`,
    'x-content-type-options': 'nosniff',
  };
  if (extname(path) !== '.html') return new Response(readFileSync(path), { headers: { ...headers, ...policyOfFile(path) } });
  const nonce = randomBytes(16).toString('base64');
  const page = readFileSync(path, 'utf8').replaceAll(noncePlaceholder, nonce).replace('<html', '<html data-shell="electron"');
  return new Response(page, { headers: { ...headers, 'content-security-policy': contentPolicy(nonce) } });
}

function findFile(folder: string, url: string): string | undefined {
  try {
    const { host, pathname } = new URL(url);
    if (host !== 'assay') return undefined;
    const root = realpathSync(folder);
    const path = realpathSync(join(root, pathname === '/' ? 'index.html' : decodeURIComponent(pathname)));
    return path.startsWith(root + sep) && statSync(path).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}
