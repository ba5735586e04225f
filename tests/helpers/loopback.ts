// Requests to the loopback shell with every combination of host, origin and secret, and what the table says of each.
import { request } from 'node:http';

export interface Asked {
  readonly path?: string;
  readonly host?: string;
  readonly origin?: string;
  readonly cookie?: string;
  readonly method?: string;
  readonly isUpgrade?: boolean;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };

export function askLoopback(
  port: number,
  { path = '/', host, origin, cookie, method = 'GET', isUpgrade = false, body: sentBody }: Asked,
): Promise<Answered> {
  const headers: Record<string, string> = {
    host: host ?? `127.0.0.1:${port}`,
    ...(origin === undefined ? {} : { origin }),
    ...(cookie === undefined ? {} : { cookie }),
    ...(isUpgrade ? upgrade : {}),
  };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let body = '';
      response.on('data', (piece) => (body += piece));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    });
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode!, headers: response.headers, body: '' });
    });
    sent.on('error', reject);
    sent.end(sentBody);
  });
}

/** Lets one browser in, as it is done by an address; returns the value of its cookie. */
export async function enterByAddress({ url, port }: { url: string; port: number }): Promise<string> {
  const { search } = new URL(url);
  const { headers } = await askLoopback(port, { path: `/${search}` });
  return new RegExp(`assay_${port}=([^;]+)`).exec(String(headers['set-cookie']))![1]!;
}

/** `session`: value of the cookie of one who was let in; `entry`: an entry secret, which opens nothing as a cookie. */
export interface Secrets {
  readonly session: string;
  readonly entry: string;
}

/** Over a thousand combinations with the status that each must get. */
export function accessTable(port: number, { session: token, entry }: Secrets): { asked: Asked; wanted: number }[] {
  const own = `127.0.0.1:${port}`;
  const local = `localhost:${port}`;
  const hosts = [
    own,
    local,
    `127.0.0.1:${port + 1}`,
    'evil.example',
    `[::1]:${port}`,
    '127.0.0.1',
    `${own}.evil.example`,
    `0.0.0.0:${port}`,
    `127.1:${port}`,
  ];
  const origins = [
    undefined,
    `http://${own}`,
    `http://${local}`,
    'null',
    'http://evil.example',
    `https://${own}`,
    `http://127.0.0.1:${port + 1}`,
    'file://',
  ];
  const cookies = [
    undefined,
    `assay_${port}=${token}`,
    `assay_${port}=${'x'.repeat(token.length)}`,
    `assay_${port}=${token.slice(0, -1)}`,
    `assay_1=${token}`,
    `assay_${port}=`,
    `other=1; assay_${port}=${token}`,
    `assay_${port}=wrong; assay_${port}=${token}`,
    `assay_${port}=${entry}`,
    `assay_${port + 1}=${token}`,
  ];
  return hosts.flatMap((host) =>
    origins.flatMap((origin) =>
      cookies.flatMap((cookie) =>
        [false, true].map((isUpgrade) => {
          const isHost = host === own || host === local;
          const isOrigin = origin === `http://${own}` || origin === `http://${local}` || (origin === undefined && !isUpgrade);
          const isKnown = cookie?.split('; ').includes(`assay_${port}=${token}`) ?? false;
          const asked = {
            host,
            isUpgrade,
            path: isUpgrade ? '/rpc' : '/',
            ...(origin === undefined ? {} : { origin }),
            ...(cookie === undefined ? {} : { cookie }),
          };
          return { asked, wanted: !isHost ? 421 : !isOrigin || !isKnown ? 403 : isUpgrade ? 101 : 200 };
        }),
      ),
    ),
  );
}
