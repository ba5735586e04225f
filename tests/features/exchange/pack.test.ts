// An evidence pack: one file that asks for nothing, with every figure of the ledger and the passage behind it.
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { App } from '../../../electron/core/app.ts';
import type { Files } from '../../../electron/core/host.ts';
import type { Input } from '../../../shared/contract.ts';
import { formatQuantity } from '../../../shared/quantity/index.ts';
import { figure, newWorkbook, pasteSource } from '../../helpers/workbook.ts';
import { captureHarbour } from './harbour.ts';

async function bytesOf(app: App, files: Files, input: Partial<Input<'exchange.export'>> = {}): Promise<Buffer> {
  const { download, bytes } = await app.ask('exchange.export', { format: 'html', ...input });
  return Buffer.from(files.read(download, 0, bytes).piece);
}

const documentOf = (bytes: Buffer) => parseHTML(bytes.toString('utf8')).document;

async function harbour() {
  const workbook = await newWorkbook();
  await captureHarbour(workbook.app);
  return workbook;
}

describe('an evidence pack', () => {
  it('holds the figures of the ledger, each leading to a passage, and each passage leading back', async () => {
    const { app, files } = await harbour();
    const document = documentOf(await bytesOf(app, files));
    const { observations } = await app.ask('ledger.list', {});
    const shown = [...document.querySelectorAll('#figures tr[id] td:nth-child(2)')].map((cell) => cell.textContent);
    expect(shown.toSorted()).toEqual(observations.map((one) => formatQuantity(one, { locale: 'en' })).toSorted());
    const { claims } = await app.ask('claims.list', {});
    const blocks = [...document.querySelectorAll('#evidence .claim')];
    expect(blocks).toHaveLength(claims.length);
    const quotes = blocks.map((block) => block.querySelector('mark')!.textContent);
    expect(quotes.toSorted()).toEqual(claims.map(({ passage }) => (passage as { exact: string }).exact).toSorted());
    for (const block of blocks) {
      const back = document.getElementById(block.querySelector('.back')!.getAttribute('href')!.slice(1))!;
      expect([...back.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toContain(`#${block.id}`);
    }
  });

  it('has no link that leads nowhere, needs no script and names no address but those of sources', async () => {
    const { app, files } = await harbour();
    const bytes = await bytesOf(app, files);
    const document = documentOf(bytes);
    const targets = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href')!);
    expect(targets.filter((href) => href.startsWith('#') && document.getElementById(href.slice(1)) === null)).toEqual([]);
    expect(document.querySelectorAll('script, iframe, object, link, img, [src], [onclick]')).toHaveLength(0);
    expect(bytes.toString('utf8')).not.toMatch(/url\(|@import|https?:\/\//);
    expect(document.querySelector('meta[http-equiv]')!.getAttribute('content')).toBe("default-src 'none'; style-src 'unsafe-inline'");
  });

  it('is the same file a second time', async () => {
    const { app, files } = await harbour();
    expect((await bytesOf(app, files)).equals(await bytesOf(app, files))).toBe(true);
  });

  it('shows the words of strangers as words, wherever they stand', async () => {
    const { app, files } = await newWorkbook();
    const bad = '</style></title><script>alert(1)</script><img src=x onerror=alert(2)>"\'';
    const source = await pasteSource(app, `Sales were 10 cars ${bad} in 2024.`, { title: bad, url: 'javascript:alert(3)', publisher: bad });
    const [made] = (
      await app.ask('claims.capture', {
        claims: [figure(source, `10 cars ${bad}`, { measure: bad, subject: bad, note: bad, saidBy: [bad], period: '2024' })],
      })
    ).claims;
    const [observation] = (await app.ask('ledger.list', {})).observations;
    await app.ask('ledger.decide', { observationId: observation!.id, claimId: made!.id, reading: null, own: null, reason: bad });
    const document = documentOf(await bytesOf(app, files, { with: ['notes', 'grades', 'people', 'fileNames'] }));
    expect(document.querySelectorAll('script, img, [onerror]')).toHaveLength(0);
    expect(document.querySelectorAll('style')).toHaveLength(1);
    expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href')!).filter((href) => !href.startsWith('#'))).toEqual([]);
    expect(document.querySelector('#evidence mark')!.textContent).toContain('<script>alert(1)</script>');
  });

  it('holds notes, grades, names and file names only where they were asked for', async () => {
    const { app, files } = await newWorkbook();
    const source = await pasteSource(app);
    await app.ask('sources.update', { id: source, patch: { note: 'source words', grade: 'C', gradeReason: 'grade words' } });
    await app.ask('claims.capture', { claims: [figure(source, 'over 50%', { note: 'claim words' })] });
    const plain = (await bytesOf(app, files)).toString('utf8');
    const asked = (await bytesOf(app, files, { with: ['notes', 'grades'] })).toString('utf8');
    for (const words of ['source words', 'grade words', 'claim words'])
      expect([words, plain.includes(words), asked.includes(words)]).toEqual([words, false, true]);
  });

  it('of some series holds those with their passages, and nothing of others', async () => {
    const { app, files } = await newWorkbook();
    const source = await pasteSource(app);
    await app.ask('claims.capture', {
      claims: [figure(source, 'over 50%', { measure: 'market_share' }), figure(source, '1.06m cars', { measure: 'sales' })],
    });
    const sales = (await app.ask('ledger.series', {})).series.find(({ measure }) => measure === 'sales')!;
    const document = documentOf(await bytesOf(app, files, { series: [sales.id] }));
    expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['1.06m cars']);
    expect(document.querySelectorAll('#figures .series')).toHaveLength(1);
  });
});
