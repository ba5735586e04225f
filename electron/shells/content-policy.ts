import { extname } from 'node:path';

/** Stands in index.html where each load gets its own nonce. */
export const noncePlaceholder = '__NONCE__';

/** Nothing but our own files. Styles need a nonce for the sheets that grid and kit insert, and attributes for placing things. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** What a script that runs as a worker may do: it has a policy of its own, and that of the page does not bind it. */
const workerPolicy = ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "font-src 'self' data:", "img-src 'self' data: blob:"].join(
  '; ',
);

/** The header for a file of ours that is no page. */
export function policyOfFile(path: string): Readonly<Record<string, string>> {
  return extname(path) === '.js' ? { 'content-security-policy': workerPolicy } : {};
}
