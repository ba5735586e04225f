// Who may talk to the loopback shell. Exact Host (DNS rebinding), own Origin (foreign pages), a 256-bit token that works
// once in the address and then lives in an HttpOnly cookie named with the port, compared in constant time.
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Access {
  readonly token: string;
  /** Status to refuse a request with; undefined lets it pass. */
  refuse(request: IncomingMessage): 403 | 405 | 421 | undefined;
  refuseUpgrade(request: IncomingMessage): 403 | 421 | undefined;
  /** The cookie for a request that brings the token. */
  enter(request: IncomingMessage): { cookie: string } | undefined;
}

export function createAccess({ port, token }: { port: number; token: string }): Access {
  const cookieName = `assay_${port}`;
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  const origins = new Set([...hosts].map((host) => `http://${host}`));
  let isTokenUsed = false;

  const isOwnHost = (request: IncomingMessage) => hosts.has(request.headers.host ?? '');
  const hasCookie = (request: IncomingMessage) => cookieValues(request, cookieName).some((value) => isSame(value, token));
  const tokenOf = (request: IncomingMessage) => new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('token');
  const isForeign = (request: IncomingMessage) => request.headers.origin !== undefined && !origins.has(request.headers.origin);

  return {
    token,
    refuse(request) {
      if (!isOwnHost(request)) return 421;
      if (isForeign(request)) return 403;
      if (request.method !== 'GET' && request.method !== 'HEAD') return 405;
      if (hasCookie(request)) return undefined;
      const given = tokenOf(request);
      return given !== null && !isTokenUsed && isSame(given, token) ? undefined : 403;
    },
    refuseUpgrade(request) {
      if (!isOwnHost(request)) return 421;
      // A WebSocket from a page always names its origin.
      if (request.headers.origin === undefined || isForeign(request)) return 403;
      return hasCookie(request) ? undefined : 403;
    },
    enter(request) {
      const given = tokenOf(request);
      if (given === null || !isSame(given, token)) return undefined;
      isTokenUsed = true;
      return { cookie: `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/` };
    },
  };
}

function cookieValues(request: IncomingMessage, name: string): string[] {
  return (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}

function isSame(given: string, wanted: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(wanted);
  return left.length === right.length && timingSafeEqual(left, right);
}
