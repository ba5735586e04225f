// Requests, upgrades and frames that are none, from web pages, strangers and a page that was let in: the shell's process lives, its
// core answers, and each request that is none is told so.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type WebSocket from 'ws';
import { type ServedShell, startServedShell } from '../../helpers/served-shell.ts';
import { viaSocket } from '../../helpers/transports.ts';
import type { Rig } from '../figure.ts';
import { seededRandom } from '../random.ts';

/** Targets that no page asks for. */
const targets = [
  ...['//', '///', '//%', '//[', '/%', '/%zz', '/%E0%A4%A', 'http://[', 'http://', 'http:///', 'http://evil.example/', '//evil.example/', '*', ''],
  ...[
    '?',
    '#',
    '\\\\',
    '/\\..\\',
    '/a b',
    '/\u0001',
    'javascript:1',
    'file:///etc/passwd',
    '[::1]',
    ':80',
    '/'.repeat(9000),
    `/?${'a=&'.repeat(3000)}`,
  ],
  ...['//@', '//:@/', '//user:pass@host:99999/', 'http://127.0.0.1:99999/', '/?token=%', '/?token', 'ws://x/rpc', '//rpc', '/rpc/../rpc'],
];
const methodsSent = ['GET', 'POST', 'HEAD', 'OPTIONS', 'CONNECT', 'TRACE', 'PUT', 'GET\tX', 'geT', '', 'PRI'];
const headerLines = [
  'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Upgrade: websocket\r\nConnection: Upgrade',
  'Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 10\r\nTransfer-Encoding: chunked',
  'Transfer-Encoding: chunked\r\n\r\nZZ',
  'Expect: 100-continue',
  'Cookie: =;;=%;assay_1',
  'Origin: http://[',
  `X: ${'y'.repeat(20_000)}`,
  'Host: evil.example',
  'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 4\r\n\r\n%%%%',
];
/** Frames of a page that was let in; the protocol trusts these. */
const frames: readonly (string | Buffer)[] = [
  ...[
    '',
    'x',
    '{',
    'null',
    '0',
    '[]',
    '{}',
    '"a"',
    '{"i":1}',
    '{"i":"1"}',
    '{"i":"1","p":null}',
    '{"i":"1","p":{"u":null}}',
    '{"i":"1","p":{"u":"http://["}}',
  ],
  ...[
    '{"i":"1","p":{"u":"//"}}',
    '{"i":"1","p":{"u":"/%"}}',
    '{"i":"1","t":3,"p":null}',
    '{"i":"1","t":3}',
    '{"i":"1","t":99,"p":{}}',
    '{"i":{},"p":{"u":"/a/b"}}',
  ],
  ...[
    '{"i":"2","p":{"u":"/workbook/info","h":{"content-type":"multipart/form-data; boundary=x"},"b":"x"}}',
    '{"i":"3","p":{"u":"/workbook/info","m":"GET"}}',
  ],
  ...[
    '{"i":"4","p":{"u":"/events/subscribe","h":{"content-type":"text/event-stream"}}}',
    '{"i":"5","p":{"u":"/answers/read","b":{"json":{"questions":7}}}}',
  ],
  ...[
    '{"i":"6","p":{"u":"/answers/read","b":{"json":{"questions":[{"nr":0,"method":"__proto__","input":{"__proto__":1},"address":{"at":[]},"held":0}]}}}}',
  ],
  ...[
    '{"i":"7","p":{"u":"/claims/list","b":{"json":"9","meta":[[0]]}}}',
    '{"i":"8","p":{"u":"/claims/list","b":{"json":{},"meta":[[4,"__proto__","x"]]}}}',
    '{"i":"9","p":{"u":"/claims/list","b":{"json":{},"meta":7,"maps":1}}}',
  ],
  `{"i":"10","p":{"u":"/claims/list","b":{"json":${'['.repeat(100_000)}${']'.repeat(100_000)}}}}`,
  `{"i":"11","p":{"u":"/claims/list","b":{"json":"${'9'.repeat(300_000)}","meta":[[0]]}}}`,
  Buffer.from([255, 254, 0, 255]),
  Buffer.alloc(70_000, 0xff),
  Buffer.from('{"i":"12","p":{"u":"/claims/list"}}\u00ff'),
];

export const malformed: Rig = async (runs) => {
  const shell = await startServedShell();
  const random = seededRandom(12);
  const sum = { dead: 0, unanswered: 0 };
  try {
    const witness = await shell.openPage();
    const ask = viaSocket(witness);
    for (let run = 0; run < runs && sum.dead === 0; run += 1) {
      if (run % 3 === 2) await sendFrame(shell, frames[run % frames.length]!);
      else await sendRequest(shell, { run, random });
      if (run % 50 === 49 || run === runs - 1) {
        if (!shell.isAlive()) sum.dead += 1;
        else if (!(await ask('workbook.info', {})).ok) sum.unanswered += 1;
      }
    }
    witness.close();
    const isControlDead = await diesOfOne();
    return {
      figure: 'malformed requests, upgrades and frames: processes that died / pages without an answer',
      runs,
      value: `${sum.dead}/${sum.unanswered}`,
      limit: '0/0',
      ok: sum.dead + sum.unanswered === 0 && isControlDead,
      control: `a server that reads the address as it comes ${isControlDead ? 'died of the first' : 'lived'}`,
    };
  } finally {
    await shell.stop();
  }
};

async function sendRequest({ port }: ServedShell, { run, random }: { run: number; random: () => number }): Promise<void> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const head = `${run % 4 === 0 ? 'GET' : pick(methodsSent)} ${pick(targets)} HTTP/1.${run % 7 === 0 ? 0 : 1}\r\nHost: 127.0.0.1:${port}\r\n`;
  const noise = run % 11 === 0 ? Buffer.from(Array.from({ length: 40 }, () => Math.floor(random() * 256))) : '';
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(`${head}${run % 2 === 0 ? '' : `${pick(headerLines)}\r\n`}\r\n`);
  if (noise !== '') socket.write(noise);
  await endIt(socket, run % 3);
}

/** Reset at once, closed after half, or read to the end of the answer. */
async function endIt(socket: Socket, way: number): Promise<void> {
  if (way === 0) {
    socket.resetAndDestroy();
    return;
  }
  socket.end();
  socket.resume();
  if (!socket.closed) await once(socket, 'close').catch(() => {});
}

async function sendFrame(shell: ServedShell, frame: string | Buffer): Promise<void> {
  const page: WebSocket = await shell.openPage();
  page.on('error', () => {});
  const over = new Promise<void>((resolve) => {
    page.once('close', () => resolve());
    page.once('message', () => resolve());
    page.once('pong', () => resolve());
  });
  page.send(frame);
  page.ping();
  await over;
  page.terminate();
}

/** The control: the same request to a server without any of this. */
async function diesOfOne(): Promise<boolean> {
  const program = `const server = require('node:http').createServer((request, response) => response.end(new URL(request.url, 'http://127.0.0.1').pathname));
    server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [port] = await once(child.stdout, 'data');
  const socket = connect(Number(String(port)), '127.0.0.1', () => socket.write('GET // HTTP/1.1\r\nHost: a\r\n\r\n'));
  socket.on('error', () => {});
  const [code] = await once(child, 'exit');
  return code !== 0;
}
