import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { mailsIn } from '../../../electron/core/jobs/extract/mail/mailbox.ts';
import { read } from '../../helpers/extracting.ts';
import { handOver, newWorkbook } from '../../helpers/workbook.ts';

interface MadeMail {
  readonly from?: string;
  readonly subject?: string;
  readonly date?: string;
  readonly type?: string;
  readonly more?: string;
}

function mail(
  body: string,
  {
    from = 'Ivan <ivan@example.org>',
    subject = 'Report',
    date = 'Tue, 4 Mar 2025 10:00:00 +0000',
    type = 'text/plain; charset=utf-8',
    more = '',
  }: MadeMail = {},
): string {
  return `From: ${from}\nTo: a@example.org\nSubject: ${subject}\nDate: ${date}\nMIME-Version: 1.0\n${more}Content-Type: ${type}\n\n${body}`;
}

const part = (type: string, body: string) => `--b\nContent-Type: ${type}\n\n${body}\n`;
const parts = (kind: string, ...all: string[]) => mail(`${all.join('')}--b--\n`, { type: `multipart/${kind}; boundary=b` });
const both = (plain: string, html: string) => parts('alternative', part('text/plain; charset=utf-8', plain), part('text/html; charset=utf-8', html));

describe('the day of a mail', () => {
  it('is the one that its head line states, by the clock of who sent it', async () => {
    const days: readonly (readonly [date: string, day: string])[] = [
      ['Mon, 01 Jan 2024 01:30:00 +0300', '2024-01-01'],
      ['Thu, 7 Sep 2023 06:00:00 +0800', '2023-09-07'],
      ['Sun, 31 Dec 2023 22:30:00 -0800', '2023-12-31'],
      ['1 Feb 2024 00:05 +0500 (MSK)', '2024-02-01'],
      ['Wed, 28 Feb 24 23:59:00 -0500', '2024-02-28'],
    ];
    for (const [date, day] of days) {
      expect((await read('a.eml', mail('Sales rose.', { date }))).publishedOn, date).toBe(day);
      const forwarded = parts('mixed', part('text/plain', 'See below.'), part('message/rfc822', mail('It rose.', { date })));
      expect((await read('a.eml', forwarded)).text, date).toContain(`Date: ${day}`);
    }
  });
});

describe('the encoding of a mail', () => {
  const texts: readonly (readonly [encoding: string, text: string])[] = [
    ['windows-1251', 'Продажи автомобилей выросли на 12 % до 5 000 машин за месяц.'],
    ['koi8-r', 'Доля китайских марок выросла до половины рынка в июле.'],
    ['gb18030', '奇瑞汽车在俄罗斯的销量增长了百分之十二，达到五千辆。'],
    ['utf-8', 'Цены — 95 000 ₽'],
  ];

  it('is told by how it reads where none is stated, or one that it cannot be in', async () => {
    for (const [encoding, text] of texts) {
      for (const type of ['text/plain', 'text/plain; charset=us-ascii', 'text/plain; charset=unknown-8bit', 'text/html']) {
        const bytes = iconv.encode(
          mail(type === 'text/html' ? `<p>${text}</p>` : text, { type, more: 'Content-Transfer-Encoding: 8bit\n' }),
          encoding,
        );
        const made = await read('a.eml', new Uint8Array(bytes));
        expect([made.text, made.encoding], `${encoding} ${type}`).toEqual([text, encoding]);
      }
    }
  });

  it('of its head lines is told too', async () => {
    const made = await read(
      'a.eml',
      new Uint8Array(iconv.encode(mail('Text.', { subject: 'Отчёт о продажах автомобилей', from: 'Иван Петров <i@example.org>' }), 'windows-1251')),
    );
    expect([made.title, made.author]).toEqual(['Отчёт о продажах автомобилей', 'Иван Петров']);
  });

  it('can be chosen anew after adding', async () => {
    const { app, files } = await newWorkbook();
    const bytes = new Uint8Array(iconv.encode(mail(texts[0]![1], { type: 'text/plain' }), 'windows-1251'));
    const { added } = await app.ask('sources.add', { files: [handOver(files, 'a.eml', bytes)] });
    const id = added[0]!.id;
    await app.ask('sources.reread', { id, encoding: 'koi8-r' });
    expect((await app.ask('sources.text', { id })).text).not.toContain('Продажи');
    await app.ask('sources.reread', { id, encoding: 'windows-1251' });
    expect((await app.ask('sources.text', { id })).text).toBe(texts[0]![1]);
  });
});

describe('the text of a mail', () => {
  it('is the HTML part where that holds figures which the plain part lacks', async () => {
    const cases: readonly (readonly [plain: string, html: string])[] = [
      ['Exports are up. Read more: https://example.org/a?x=415', '<p>Exports rose to 415,000 cars.</p>'],
      ['Продажи выросли, подробности на сайте.', '<p>Продажи выросли на 12 % до 95 000.</p>'],
      ['销量增长，详见网站。', '<p>销量增长12%。</p>'],
      ['Table below', '<table><tr><td>Chery</td><td>12</td></tr></table>'],
    ];
    for (const [plain, html] of cases) {
      const { text, warnings } = await read('a.eml', both(plain, html));
      expect(text, html).toBe(html.replace(/<\/td><td>/g, '\t').replace(/<[^>]+>/g, ''));
      expect(warnings.join(' '), html).toContain('HTML part');
    }
  });

  it('is the plain part where that holds the same figures, however they are grouped', async () => {
    for (const [plain, html] of [
      ['Exports rose to 415,000 cars.', '<p>Exports rose to <b>415&nbsp;000</b> cars.</p><p><a href="https://e.org/99">More</a></p>'],
      ['12 %', '<p>12&thinsp;%</p>'],
    ])
      expect((await read('a.eml', both(plain!, html!))).text).toBe(plain);
  });

  it('is both where each holds figures of its own, and says so', async () => {
    const { text, warnings } = await read('a.eml', both('Imports were 40.', '<p>Exports were 50.</p>'));
    expect(text).toBe('Exports were 50.\n\nImports were 40.');
    expect(warnings.join(' ')).toContain('both are in the text');
  });

  it('with pictures in it is a mail with a sender and a day, not a saved page', async () => {
    const related = parts(
      'related',
      part('text/html; charset=utf-8', '<p>Prices rose by 12 %.</p><img src="cid:1">'),
      part('image/png; name=logo.png', 'x'),
    );
    expect(await read('a.eml', related)).toMatchObject({
      author: 'Ivan',
      publishedOn: '2025-03-04',
      title: 'Report',
      text: 'Prices rose by 12 %.',
      extractor: 'mail-2',
    });
    const saved = related
      .replace(/^From:.*/m, 'From: <Saved by Blink>')
      .replace('MIME-Version', 'Snapshot-Content-Location: https://example.org/p\nMIME-Version');
    expect(await read('a.mht', saved)).toMatchObject({ extractor: 'mht-2', url: 'https://example.org/p' });
  });
});

describe('a file of many mails', () => {
  const one = (number: number, extra = '') =>
    `From x@example.org Tue Mar ${number} 10:00:00 2025\n${mail(`Mail ${number}.\n>From here on it rose.\nFrom now on too.${extra}`, { subject: `No ${number}`, date: `${number} Mar 2025 10:00:00 +0000` })}\n\n`;
  const box = new Uint8Array(Buffer.from([4, 5, 6].map((number) => one(number)).join('')));

  it('is taken apart at the lines that begin each, and only there', () => {
    expect(mailsIn(box)?.map((bytes) => /Subject: (.*)/.exec(Buffer.from(bytes).toString())?.[1])).toEqual(['No 4', 'No 5', 'No 6']);
    expect(Buffer.from(mailsIn(box)![0]!).toString()).toContain('\nFrom here on it rose.\nFrom now on too.');
    expect(mailsIn(new Uint8Array(Buffer.from(one(4))))).toBeUndefined();
    expect(mailsIn(new Uint8Array(Buffer.from(mail('x'))))).toBeUndefined();
  });

  it('becomes as many sources, each with its day, and says so before', async () => {
    const { app, files } = await newWorkbook();
    const preview = await app.ask('sources.preview', { file: handOver(files, 'all.mbox', box) });
    expect([preview.title, preview.warnings[0]]).toEqual(['No 4', { key: 'reading:warning.mailbox', params: { count: 3 } }]);
    const { added } = await app.ask('sources.add', { files: [handOver(files, 'all.mbox', box)] });
    expect(added.map((source) => [source.title, source.publishedOn])).toEqual([
      ['No 4', '2025-03-04'],
      ['No 5', '2025-03-05'],
      ['No 6', '2025-03-06'],
    ]);
  });
});

describe('mails of the same words', () => {
  it('that were sent on different days are two, the same mail added again is one', async () => {
    const { app, files } = await newWorkbook();
    const add = async (made: string) =>
      (await app.ask('sources.add', { files: [handOver(files, 'a.eml', new Uint8Array(Buffer.from(made)))] })).added[0]!;
    const first = await add(mail('Sales were 5,000 cars.'));
    const later = await add(mail('Sales were 5,000 cars.', { date: 'Wed, 5 Mar 2025 10:00:00 +0000' }));
    const again = await add(mail('Sales were 5,000 cars.', { more: 'X-Seen: 1\n' }));
    expect([first.duplicateOf, later.duplicateOf, again.duplicateOf]).toEqual([null, null, first.id]);
    expect(later.publishedOn).toBe('2025-03-05');
  });
});
