// Who may talk to the loopback shell. Exact Host (DNS rebinding), own Origin (foreign pages), and a session secret in an HttpOnly
// cookie named with the port. The cookie is given for an entry secret, which works once: it is printed for a browser that the
// user opens, or stands in a form that only the user can read.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type Refusal = 400 | 403 | 405 | 421;

export interface Access {
  /** A new secret that lets one browser in, once. */
  newEntry(): string;
  /** Status to refuse a request with; undefined lets it pass. */
  refuse(request: IncomingMessage): Refusal | undefined;
  refuseUpgrade(request: IncomingMessage): Refusal | undefined;
  /** The cookie for a request whose address brings an entry secret. */
  enter(request: IncomingMessage): string | undefined;
  /** Whether this is the form that brings an entry secret. */
  isForm(request: IncomingMessage): boolean;
  /** The cookie for the body of such a form. */
  enterByForm(body: string): string | undefined;
}

/** Where the form is sent. */
export const entryPath = '/enter';

export function createAccess({ port }: { port: number }): Access {
  const cookieName = `assay_${port}`;
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  const origins = new Set([...hosts].map((host) => `http://${host}`));
  const session = newSecret();
  const entries = new Set<string>();

  const isOwnHost = (request: IncomingMessage) => hosts.has(request.headers.host ?? '') && countOf(request, 'host') === 1;
  const hasCookie = (request: IncomingMessage) => cookieValues(request, cookieName).some((value) => isSame(value, session));
  const isForeign = (request: IncomingMessage) => request.headers.origin !== undefined && !origins.has(request.headers.origin);
  /** A page that was opened from a file has no origin of its own. */
  const isForm = (request: IncomingMessage) =>
    request.method === 'POST' && request.url === entryPath && (!isForeign(request) || request.headers.origin === 'null');
  const findEntry = (given: string | null) => (given === null ? undefined : [...entries].find((entry) => isSame(given, entry)));
  const refuseHost = (request: IncomingMessage): Refusal | undefined => {
    if (!isOwnHost(request)) return 421;
    const url = targetOf(request);
    if (url === undefined) return 400;
    return url.isOwn || hosts.has(url.host) ? undefined : 421;
  };

  /** An entry secret is worth nothing once it was used. */
  function cookieFor(entry: string | undefined): string | undefined {
    if (entry === undefined || !entries.delete(entry)) return undefined;
    return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  return {
    newEntry() {
      const entry = newSecret();
      entries.add(entry);
      return entry;
    },
    refuse(request) {
      const refusal = refuseHost(request);
      if (refusal !== undefined) return refusal;
      if (isForm(request)) return undefined;
      if (isForeign(request)) return 403;
      if (request.method !== 'GET' && request.method !== 'HEAD') return 405;
      return hasCookie(request) || findEntry(tokenOf(request)) !== undefined ? undefined : 403;
    },
    refuseUpgrade(request) {
      const refusal = refuseHost(request);
      if (refusal !== undefined) return refusal;
      // A WebSocket from a page always names its origin.
      if (request.headers.origin === undefined || isForeign(request)) return 403;
      return hasCookie(request) ? undefined : 403;
    },
    enter: (request) => cookieFor(findEntry(tokenOf(request))),
    isForm,
    enterByForm: (body) => cookieFor(findEntry(new URLSearchParams(body).get('secret'))),
  };
}

interface Target {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly host: string;
  /** Named without a host, as browsers do. */
  readonly isOwn: boolean;
}

/** What a request asks for; undefined where that cannot be read. */
export function targetOf({ url = '' }: IncomingMessage): Target | undefined {
  try {
    const isOwn = url.startsWith('/');
    const { pathname, searchParams, host, protocol } = new URL(url, isOwn ? 'http://127.0.0.1' : undefined);
    if (protocol !== 'http:') return undefined;
    return { path: decodeURIComponent(pathname), query: searchParams, host, isOwn };
  } catch {
    return undefined;
  }
}

function tokenOf(request: IncomingMessage): string | null {
  return targetOf(request)?.query.get('token') ?? null;
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Of several that are the same, the one that is read here need not be the one that another reads. */
function countOf({ rawHeaders }: IncomingMessage, name: string): number {
  return rawHeaders.filter((header, at) => at % 2 === 0 && header.toLowerCase() === name).length;
}

function cookieValues(request: IncomingMessage, name: string): string[] {
  return (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}

/** In the same time whatever is given, also in another length. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
