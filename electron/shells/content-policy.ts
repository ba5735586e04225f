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
  ].join('; ');
}
