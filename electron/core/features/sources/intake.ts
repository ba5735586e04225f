// Bringing sources in: look before, add, paste. Files are read before the edit opens; the
// edit itself only writes.

import { AppError } from '../../../../shared/errors.ts';
import type { AddResult, SourcePreview } from '../../../../shared/features/sources/contract.ts';
import type { Source, SourcePatch } from '../../../../shared/features/sources/model.ts';
import { message } from '../../../../shared/message.ts';
import type { Handlers } from '../../dispatch.ts';
import type { Files, HeldFile } from '../../host.ts';
import type { ForkChild } from '../../jobs/child.ts';
import type { Extracted } from '../../jobs/extract/extracted.ts';
import { mailsIn } from '../../jobs/extract/mail/mailbox.ts';
import { plainText } from '../../jobs/extract/plain.ts';
import { codePointCount } from '../../jobs/extract/text-builder.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import { checkDates } from './check-fields.ts';
import type { Copies } from './copies.ts';
import { type FigureFinder, withFigures } from './figures.ts';
import { hashesOf, type MeasuredFile, measured } from './measure.ts';
import { type ReadFile, type ReadResult, readFiles, readOne, type Watching } from './read-files.ts';
import type { Kept, SourceService } from './service.ts';

export interface IntakeOptions {
  readonly service: SourceService;
  readonly copies: Copies;
  readonly files: Files;
  readonly jobs: Jobs;
  readonly fork: ForkChild;
  readonly mentions: FigureFinder;
  getSource(id: string): Source;
}

/** Characters of the text that a preview shows. */
const previewChars = 6000;

type IntakeHandlers = Pick<Handlers<'sources'>, 'add' | 'paste' | 'preview'>;

export function createIntake(options: IntakeOptions): IntakeHandlers {
  const { service, copies, files, jobs, fork, mentions } = options;
  /** What previews read, for as long as their files are held. */
  const previewed = new WeakMap<HeldFile, { readonly encoding: string | undefined; readonly extracted: Extracted }>();

  function knownOf(file: HeldFile, encoding: string | undefined): Extracted | undefined {
    const known = previewed.get(file);
    return known?.encoding === encoding ? known?.extracted : undefined;
  }

  /** Read after the edit, when the new source can be set beside the others. */
  const told = (kept: Kept): AddResult => ({ ...kept, copyProposal: copies.proposalFor(options.getSource(kept.id)) });

  async function lookedThrough(read: ReadFile, meta: SourcePatch, watching?: Watching): Promise<MeasuredFile> {
    const item = await measured(read);
    return withFigures(mentions, item, service.textOf(item, meta), watching);
  }

  return {
    add: {
      async prepare({ files: handles, meta, encoding, job: id }) {
        checkDates(meta);
        const job = jobs.start({ id, label: message('app:job.readingSources'), total: handles.length });
        try {
          const taken = handles.flatMap((handle) => documentsIn(files.take(handle)));
          const finish = (item: ReadFile, watching: Watching) => lookedThrough(item, meta, watching);
          return { ...(await readFiles(taken, { fork, job, encoding, known: (file) => knownOf(file, encoding), finish })), meta };
        } finally {
          job.end();
        }
      },
      write({ read, refused, cancelled, meta }: ReadResult<MeasuredFile> & { meta: SourcePatch }, edit) {
        const added = read.map((item) => service.keep(item, meta, edit));
        const fresh = added.filter((one) => one.duplicateOf === null);
        if (fresh.length === 1) edit.name('addSource', { title: fresh[0]!.title });
        else edit.name('addSources', { count: fresh.length });
        return () => ({ added: added.map(told), refused, cancelled });
      },
    },
    paste: {
      async prepare({ text, meta }) {
        checkDates(meta);
        const extracted = plainText(text);
        if (extracted.text.trim() === '') throw new AppError('invalid-input', 'sources.nothingPasted', { field: 'text' });
        const title = meta.title ?? firstWords(extracted.text);
        const item = { file: { name: `${title}.txt`, mediaType: 'text/plain', bytes: Buffer.from(text, 'utf8') }, extracted };
        const described = { ...meta, title };
        return { item: await lookedThrough(item, described), meta: described };
      },
      write({ item, meta }: { item: MeasuredFile; meta: SourcePatch }, edit) {
        edit.name('pasteSource', { title: meta.title ?? '' });
        const kept = service.keep(item, meta, edit);
        return () => told(kept);
      },
    },
    async preview({ file: handle, encoding }) {
      const file = files.peek(handle);
      const [document, ...others] = documentsIn(file);
      const extracted = knownOf(file, encoding) ?? (await readOne(fork, document, encoding));
      if (others.length === 0) previewed.set(file, { encoding, extracted });
      const item = { file: document, extracted: others.length === 0 ? extracted : withMailbox(extracted, others.length + 1) };
      const { sha256, textSha256 } = await hashesOf(item);
      const twin = service.twinOf(item.extracted, { sha256, textSha256 });
      return previewOf(item, twin);
    },
  };
}

/** A file of many mails is as many documents. */
function documentsIn(file: HeldFile): [HeldFile, ...HeldFile[]] {
  const [first, ...others] = mailsIn(file.bytes) ?? [];
  if (first === undefined) return [file];
  if (others.length >= mostMails) throw new AppError('limit', 'sources.tooManyMails', { name: file.name, count: others.length + 1, most: mostMails });
  const base = file.name.replace(/\.[^.]+$/, '');
  const named = (bytes: Uint8Array, index: number) => ({ name: `${base} ${index + 1}.eml`, mediaType: 'message/rfc822', bytes });
  return [named(first, 0), ...others.map((bytes, index) => named(bytes, index + 1))];
}

const mostMails = 2000;

function withMailbox(extracted: Extracted, count: number): Extracted {
  return { ...extracted, warnings: [message('reading:warning.mailbox', { count }), ...extracted.warnings] };
}

/** A pasted text without a title is called by its first line. */
function firstWords(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return [...line].slice(0, 80).join('').trim();
}

function previewOf({ file, extracted }: ReadFile, twin: Source | undefined): SourcePreview {
  const { text, layout: _layout, dropped, warnings, ...known } = extracted;
  const points = [...text.slice(0, previewChars * 2)].slice(0, previewChars).join('');
  return {
    ...known,
    name: file.name,
    start: points,
    chars: codePointCount(text),
    dropped: [...dropped],
    warnings: [...warnings],
    duplicateOf: twin?.id ?? null,
  };
}
