// Mails that nest, never end, or attach what nobody asked for.
import { filesOf, type HostileFile, manyTimes } from './hostile-file.ts';

const head = 'From: a@example.org\r\nTo: b@example.org\r\nSubject: Sales\r\nDate: Mon, 1 Jan 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\n';
const mail = (headers: string, body: string) => `${head}${headers}\r\n\r\n${body}`;
const plain = (body: string) => mail('Content-Type: text/plain; charset=utf-8', body);

function nestedParts(depth: number): string {
  let body = 'Content-Type: text/plain\r\n\r\nSales were 10 cars.';
  for (let level = 0; level < depth; level += 1)
    body = `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n${body}\r\n--b${level}--`;
  return `${head}${body}`;
}

function nestedMails(depth: number): string {
  return `${`${head}Content-Type: message/rfc822\r\n\r\n`.repeat(depth)}${plain('Sales were 10 cars.')}`;
}

const attached = (name: string, type: string, body = 'eA==') =>
  mail(
    'Content-Type: multipart/mixed; boundary=b',
    `--b\r\nContent-Type: text/plain\r\n\r\nSales were 10 cars.\r\n--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--b--`,
  );

export function hostileMails(): HostileFile[] {
  return filesOf('eml', {
    'parts in parts, a thousand': nestedParts(1000),
    'parts in parts, twenty': nestedParts(20),
    'mails in mails, five hundred': nestedMails(500),
    'a boundary that is its own part': mail(
      'Content-Type: multipart/mixed; boundary=b',
      '--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.repeat(2000),
    ),
    'no boundary': mail('Content-Type: multipart/mixed', 'Sales were 10 cars.'),
    'an empty boundary': mail('Content-Type: multipart/mixed; boundary=""', '--\r\n\r\nSales were 10 cars.\r\n----'),
    'a boundary of noise': mail('Content-Type: multipart/mixed; boundary=".*+?[](){}^$|\\\\"', '--.*+?[](){}^$|\\\r\n\r\nSales were 10 cars.'),
    'a head without end': `${head}${'X: y\r\n'.repeat(500_000)}`,
    'a head line of ten megabytes': `${head}X-Long: ${'x'.repeat(manyTimes.long)}\r\n\r\nSales were 10 cars.`,
    'folded without end': `${head}X-Fold: a${'\r\n b'.repeat(500_000)}\r\n\r\nSales were 10 cars.`,
    'encoded words without end': plain('x').replace('Subject: Sales', `Subject: ${'=?utf-8?B?QQ==?= '.repeat(100_000)}`),
    'encoded words that are none': plain('x').replace('Subject: Sales', 'Subject: =?klingon?X?@@@?= =?utf-8?Q?=ZZ?='),
    'a charset nobody knows': mail('Content-Type: text/plain; charset=klingon', 'Sales were 10 cars.'),
    'a charset that is not so': mail('Content-Type: text/plain; charset=utf-16', 'Sales were 10 cars.'),
    'base64 that is none': mail('Content-Type: text/plain\r\nContent-Transfer-Encoding: base64', '@@@@====@@@@'.repeat(10_000)),
    'quoted text cut short': mail(
      'Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable',
      `Sales=20were=2010${'='.repeat(100_000)}`,
    ),
    'an attachment that climbs': attached('../../../../tmp/assay-owned', 'application/octet-stream'),
    'an attachment with a NUL': attached('a\0b.exe', 'application/x-msdownload'),
    'an attachment that is a program': attached('invoice.pdf.exe', 'application/pdf'),
    'a page with a program': mail(
      'Content-Type: text/html',
      '<script>while(true);</script><img src="http://127.0.0.1:9/x.gif"><p>Sales were 10 cars.</p>',
    ),
    'a page a hundred thousand deep': mail('Content-Type: text/html', '<div>'.repeat(manyTimes.deep)),
    'a calendar': mail('Content-Type: text/calendar', 'BEGIN:VCALENDAR\r\nATTACH:file:///etc/passwd\r\n'),
    'a body somewhere else': mail('Content-Type: message/external-body; access-type=URL; URL="http://127.0.0.1:9/"', 'x'),
    'NUL everywhere': plain('Sales\0were\0 10').replaceAll('a@', 'a\0@'),
    'dates that are none': plain('Sales were 10 cars.').replace(/Date: .*\r/, 'Date: 99 Foo 99999 99:99:99 +9999\r'),
    'no head': 'Sales were 10 cars.',
    'no body': head,
    'addresses without end': plain('x').replace('To: b', `To: ${'a@b, '.repeat(200_000)}b`),
    'brackets in addresses': plain('x').replace('To: b', `To: ${'(<"'.repeat(50_000)}b`),
    'base64 of twenty megabytes': mail('Content-Type: text/plain\r\nContent-Transfer-Encoding: base64', 'U2FsZXMg'.repeat(2_500_000)),
    'parts without end': mail('Content-Type: multipart/mixed; boundary=b', '--b\r\n\r\nx\r\n'.repeat(100_000)),
    'a hundred thousand attachments': mail(
      'Content-Type: multipart/mixed; boundary=b',
      `${'--b\r\nContent-Disposition: attachment; filename=a\r\n\r\nx\r\n'.repeat(100_000)}--b--`,
    ),
  });
}
