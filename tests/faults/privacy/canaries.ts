// Canaries: words that must not travel. Notes of removed claims and sources, values that were typed over or taken back, names
// of files, folders and users, drafts. Each export is searched for them byte by byte, spreadsheets unpacked.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../../electron/core/app.ts';
import type { Host } from '../../../electron/core/host.ts';
import { createNodeHost } from '../../../electron/core/node-host.ts';
import { lockFolder } from '../../../electron/core/store/lock.ts';
import { exportFormats } from '../../../shared/features/exchange/contract.ts';
import type { Rig } from '../figure.ts';
import { plainApp } from '../plain-app.ts';
import { unpacked } from './unpacked.ts';

type Hide = (app: App, canaries: readonly string[], host: Host) => Promise<void>;

export const canaries: Rig = async (runs) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-canary-'));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = temporary;
  try {
    return await measure(folder, runs);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  }
};

async function measure(folder: string, runs: number) {
  const words = Array.from({ length: runs }, (_, at) => `kanarie${at}z${(at * 7919).toString(36)}q`);
  const [user, place, ...rest] = words as [string, string, ...string[]];
  const host = createNodeHost({ workbooks: join(folder, place), settings: join(folder, 's') }, { ASSAY_AUTHOR: user });
  const app = plainApp(folder, host);
  const path = join(folder, place, 'Handed over.assay');
  mkdirSync(join(folder, place));
  await app.createPath(path);
  await keepSomething(app);
  const share = Math.ceil(rest.length / hidings.length);
  for (const [index, hide] of hidings.entries()) await hide(app, rest.slice(index * share, (index + 1) * share), host);
  const exported: Buffer[] = [];
  for (const format of exportFormats) exported.push(...(await exportedBytes(app, host, format)));
  const found = words.filter((word) => exported.some((bytes) => holds(bytes, word)));
  const left = readdirSync(join(folder, 'tmp')).filter((name) => !name.startsWith(lockFolder)).length;
  app.close();
  const inFile = words.filter((word) => holds(readFileSync(path), word)).length;
  return {
    figure: 'canaries of removed or private words found in an export',
    runs,
    value: found.length + left,
    limit: 0,
    ok: found.length + left === 0 && inFile > runs / 10,
    control: `a copy of the file itself holds ${inFile} of them`,
  };
}

/** What is there to be exported. */
async function keepSomething(app: App): Promise<void> {
  const { id } = await app.ask('sources.paste', { text: 'Sales were 10 cars in 2024.', meta: { title: 'Kept' } });
  const { claims } = await app.ask('claims.capture', {
    claims: [
      {
        kind: 'figure',
        measure: 'sales',
        subject: 'Cars',
        area: 'RU',
        period: '2024',
        value: { low: '10', high: '10', qualifier: 'exact' },
        unit: 'UNITS',
        passage: { source: id, exact: '10 cars' },
      },
    ],
  });
  const { observationId } = await app.ask('claims.get', { id: claims[0]!.id });
  await app.ask('ledger.decide', { observationId: observationId!, claimId: claims[0]!.id, reason: 'The only one' });
}

let claimNumber = 0;

/** Each another claim. */
const statement = (sourceId: string, note: string) => ({
  kind: 'statement' as const,
  actor: 'Somebody',
  topic: `Topic ${++claimNumber}`,
  gist: 'Says so',
  passage: { source: sourceId, exact: 'Sales' },
  note,
});

async function keptSource(app: App): Promise<string> {
  const { rows } = await app.ask('sources.window', {});
  return rows.find((row) => row.title === 'Kept')!.id;
}

async function handOver(host: Host, app: App, name: string, text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const handle = host.files.open({ name, mediaType: 'text/plain', sizeBytes: bytes.length });
  host.files.append(handle, bytes);
  const { added } = await app.ask('sources.add', { files: [handle] });
  return added[0]!.id;
}

const hidings: readonly Hide[] = [
  async function removedClaims(app, words) {
    const source = await keptSource(app);
    const { claims } = await app.ask('claims.capture', { claims: words.map((word) => statement(source, word)) });
    await app.ask('claims.remove', { ids: claims.map((claim) => claim.id) });
  },
  async function notesTypedOver(app, words) {
    const source = await keptSource(app);
    const { claims } = await app.ask('claims.capture', { claims: words.map((word) => statement(source, word)) });
    await app.ask('claims.setCells', { cells: claims.map(({ id }) => ({ id, field: 'note', value: 'no longer' })) });
  },
  async function editsTakenBack(app, words) {
    const source = await keptSource(app);
    await app.ask('claims.capture', { claims: words.map((word) => statement(source, word)) });
    await app.ask('history.undo', {});
  },
  async function removedSources(app, words) {
    const { id } = await app.ask('sources.paste', { text: words.join('\n') || 'x', meta: { title: words[0] ?? 'x' } });
    await app.ask('sources.update', { id, patch: { note: words.join(' ') } });
    await app.ask('sources.remove', { ids: [id] });
  },
  async function namesOfFiles(app, words, host) {
    const id = await handOver(host, app, `${words.join('').slice(0, 200) || 'x'}.txt`, 'Kept text of a file whose name is private.');
    await app.ask('sources.update', { id, patch: { title: 'A kept file' } });
  },
  async function fieldsTypedOver(app, words) {
    const id = await keptSource(app);
    for (const word of words.slice(0, 100)) await app.ask('sources.update', { id, patch: { gradeReason: word, note: word, publisher: word } });
    await app.ask('sources.update', { id, patch: { gradeReason: null, note: '', publisher: null } });
  },
  async function drafts(app, words) {
    await app.ask('settings.set', { key: 'draft:x', value: JSON.stringify(words) });
  },
  async function verdictsTakenBack(app, words) {
    const { observations } = await app.ask('ledger.list', {});
    const { id, claims } = observations[0]!;
    for (const word of words.slice(0, 40)) await app.ask('ledger.decide', { observationId: id, claimId: claims[0]!, reason: word });
    await app.ask('ledger.decide', { observationId: id, claimId: claims[0]!, reason: 'The only one' });
  },
];

async function exportedBytes(app: App, host: Host, format: (typeof exportFormats)[number]): Promise<Buffer[]> {
  const { download, bytes } = await app.ask('exchange.export', { format });
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes; at += pieces.at(-1)!.length) pieces.push(host.files.read(download, at, 1024 * 1024).piece);
  const whole = Buffer.concat(pieces);
  return [whole, ...unpacked(whole)];
}

function holds(bytes: Buffer, word: string): boolean {
  return bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'));
}
