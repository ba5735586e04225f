// The built renderer, file by file. Only files that exist in its folder are served; the page gets a fresh style nonce and
// the same content policy as the Electron window.
import { randomBytes } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { contentPolicy, noncePlaceholder, policyOfFile } from '../content-policy.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

export function sendFile({ folder, request, response }: { folder: string; request: IncomingMessage; response: ServerResponse }): void {
  const path = findFile(folder, request.url ?? '/');
  const headers = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
  if (path === undefined) {
    response.writeHead(404, { ...headers, 'content-type': 'text/plain; charset=utf-8' });
    response.end('Not found.');
    return;
  }
  const type = mediaTypes[extname(path)] ?? 'application/octet-stream';
  if (type.startsWith('text/html')) {
    const nonce = randomBytes(16).toString('base64');
    const page = readFileSync(path, 'utf8').replaceAll(noncePlaceholder, nonce);
    response.writeHead(200, { ...headers, 'content-type': type, 'cache-control': 'no-store', 'content-security-policy': contentPolicy(nonce) });
    response.end(page);
    return;
  }
  response.writeHead(200, { ...headers, ...policyOfFile(path), 'content-type': type, 'cache-control': 'private, max-age=3600' });
  response.end(readFileSync(path));
}

function findFile(folder: string, url: string): string | undefined {
  try {
    const wanted = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
    const root = realpathSync(folder);
    const path = realpathSync(join(root, wanted === '/' ? 'index.html' : wanted));
    return path.startsWith(root + sep) && statSync(path).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}
