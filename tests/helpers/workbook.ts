// A real app over a real workbook in a temporary folder, removed after each test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type AppOptions, createApp } from '../../electron/core/app.ts';
import type { Files, Log } from '../../electron/core/host.ts';
import type { ForkChild } from '../../electron/core/jobs/child.ts';
import { createNodeHost } from '../../electron/core/node-host.ts';
import type { ClaimInput } from '../../shared/features/claims/model.ts';
import { forkHere } from './fork-here.ts';
import { closeAfterTest } from './opened.ts';

export interface TestWorkbook {
  readonly app: App;
  readonly files: Files;
  readonly path: string;
  readonly folder: string;
  /** Errors that reached the log. */
  readonly logged: readonly string[];
  close(): void;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-test-'));
  closeAfterTest(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestApp {
  readonly app: App;
  readonly files: Files;
  readonly folder: string;
  readonly logged: readonly string[];
}

/** An app without a workbook. The clock goes on by a second with each look. `fork` is `forkNodeChild` where a child itself is tested. */
export function startTestApp(folder = temporaryFolder(), fork: ForkChild = forkHere, options: Pick<AppOptions, 'isLasting'> = {}): TestApp {
  const logged: string[] = [];
  const log: Log = { info: () => {}, error: (event, facts) => void logged.push(`${event} ${JSON.stringify(facts ?? {})}`) };
  const host = createNodeHost({ workbooks: join(folder, 'workbooks'), settings: join(folder, 'settings') }, {}, fork);
  let now = Date.UTC(2026, 0, 1);
  const app = createApp({ host, clock: () => (now += 1000), log, ...options });
  closeAfterTest(() => app.close());
  return { app, files: host.files, folder, logged };
}

export async function newWorkbook(fork?: ForkChild): Promise<TestWorkbook> {
  const started = startTestApp(temporaryFolder(), fork);
  const path = join(started.folder, 'test.assay');
  await started.app.createPath(path);
  return { ...started, path, close: () => started.app.close() };
}

/** Hands a file over as a shell does. */
export function handOver(files: Files, name: string, content: string | Uint8Array, mediaType = ''): string {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const handle = files.open({ name, mediaType, sizeBytes: bytes.length });
  if (bytes.length > 0) files.append(handle, bytes);
  return handle;
}

export const marketText = [
  'The share of Chinese brands rose to over 50% in 2023.',
  'Exports came to almost $4.6bn in the first half of 2023.',
  'Rates went up by 70 to 85% on 1 October 2024.',
  'Sales were 1.06m cars in 2023. Another agency counts 1.10m cars in 2023.',
  'Production stopped in February 2025.',
].join('\n');

/** Pastes a text and returns its id. */
export async function pasteSource(
  app: App,
  text = marketText,
  meta: Record<string, string> = { title: 'Market digest', publishedOn: '2025-03-01', grade: 'B' },
): Promise<string> {
  return (await app.ask('sources.paste', { text, meta })).id;
}

/** A figure with only the fields that matter to a test. */
export function figure(source: string, exact: string, fields: Partial<Extract<ClaimInput, { kind: 'figure' }>> = {}): ClaimInput {
  return {
    kind: 'figure',
    measure: 'market_share',
    subject: 'Chinese brands',
    area: 'RU',
    period: '2023',
    value: { low: '50', high: null, qualifier: 'over' },
    unit: 'PCT',
    saidBy: ['Autostat'],
    passage: { source, exact },
    ...fields,
  };
}

/** A count of barrels of oil that were sold in 2023. */
export function barrels(source: string, exact: string, low: string, fields: Partial<Extract<ClaimInput, { kind: 'figure' }>> = {}): ClaimInput {
  return figure(source, exact, {
    measure: 'sales',
    subject: 'Oil',
    area: 'XN',
    basis: 'barrels',
    period: '2023',
    unit: 'UNITS',
    multiplier: 0,
    value: { low, high: low, qualifier: 'exact' },
    ...fields,
  });
}

/** Two agencies that count the sales of one year differently. */
export async function workbookWithRivals(): Promise<{ app: App; source: string; ids: string[] }> {
  const { app } = await newWorkbook();
  const source = await pasteSource(app);
  const sales = (exact: string, low: string, saidBy: string) =>
    figure(source, exact, {
      measure: 'sales',
      subject: 'Cars',
      value: { low, high: low, qualifier: 'exact' },
      unit: 'UNITS',
      multiplier: 6,
      saidBy: [saidBy],
    });
  const { claims } = await app.ask('claims.capture', { claims: [sales('1.06m cars', '1.06', 'Autostat'), sales('1.10m cars', '1.10', 'Agency B')] });
  return { app, source, ids: claims.map((claim) => claim.id) };
}
