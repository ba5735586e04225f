// How a browser window that Assay opens gets in. The command line of a process can be read by every user of the machine: so the
// secret stands in a page that only this user can read, and which sends it as a form that no history keeps.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryPath } from './access.ts';

export interface EntryFile {
  readonly path: string;
  remove(): void;
}

const namePattern = /^enter-[\w-]+\.html$/;
/** A window has entered long before. */
const oldMs = 60 * 60_000;

/** Writes the page, for this user alone. */
export function writeEntryFile(folder: string, { port, secret }: { port: number; secret: string }): EntryFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeOld(folder);
  const path = join(folder, `enter-${randomUUID()}.html`);
  writeFileSync(path, entryHtml(port, secret), { mode: 0o600, flag: 'wx' });
  return { path, remove: () => rmSync(path, { force: true }) };
}

/** Servers that were killed leave theirs. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => namePattern.test(one))) {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats !== undefined && Date.now() - stats.mtimeMs > oldMs) rmSync(path, { force: true });
  }
}

function entryHtml(port: number, secret: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>Assay</title>
<form method="post" action="http://127.0.0.1:${port}${entryPath}">
<input type="hidden" name="secret" value="${secret}">
<button autofocus>Assay</button>
</form>
<script>document.forms[0].submit();</script>
`;
}

/** A page of our own leads on: asked for from the file, the workbench would not get the cookie, which is for our own pages only. */
export const enteredPage = {
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  },
  html: '<!doctype html><meta charset="utf-8"><title>Assay</title><meta http-equiv="refresh" content="0;url=/">',
};
