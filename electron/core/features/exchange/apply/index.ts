// Takes back a spreadsheet that was exported and edited outside: looks first, and writes what was agreed to as one edit.
import { AppError } from '../../../../../shared/errors.ts';
import type { ClaimBody } from '../../../../../shared/features/claims/form.ts';
import type { Comparison } from '../../../../../shared/features/exchange/applied.ts';
import type { ReadWorkbook } from '../../../../../shared/features/sources/read-sheet.ts';
import type { Handlers } from '../../../dispatch.ts';
import type { Files, HeldFile } from '../../../host.ts';
import type { ForkChild } from '../../../jobs/child.ts';
import { readingFailures, runJob } from '../../../jobs/run-job.ts';
import type { ExportBase, Origin } from '../base.ts';
import { baseOfFile } from './base-of-file.ts';
import { compareSheets, type State } from './compare.ts';
import type { TypedOver } from './read-value.ts';
import { type ApplyWriting, createApplyWriter, type KeptFile } from './write.ts';

export interface ApplyOptions extends ApplyWriting {
  readonly files: Files;
  readonly fork: ForkChild;
  readonly state: State;
  origin(): Origin;
  /** The state after an edit; null for the one before the first. @throws AppError `not-found` */
  stateAt(edit: string | null): State;
  readonly typedOver: TypedOver;
  check(body: ClaimBody): void;
  /** Reads the file as a data set, so that its cells can be passages. */
  readSource(handle: string, name: string): Promise<KeptFile>;
}

/** A large spreadsheet takes longer than a document. */
const caps = { timeoutMs: 120_000, memoryMb: 1024 };

export function createApplyHandlers(options: ApplyOptions): Pick<Handlers<'exchange'>, 'applyPreview' | 'apply'> {
  const { files, fork } = options;

  async function read({ name, mediaType, bytes }: HeldFile): Promise<ReadWorkbook> {
    const request = { name, mediaType, bytes: new Uint8Array(bytes) };
    return runJob<ReadWorkbook>('sheets-entry', request, { fork, caps, failures: readingFailures(name) });
  }

  const writer = createApplyWriter(options);
  return {
    async applyPreview({ file: handle, hasBase }) {
      const file = files.peek(handle);
      return compare(await read(file), file.name, hasBase, options);
    },
    apply: {
      async prepare(input) {
        const file = files.peek(input.file);
        const sheets = await read(file);
        const comparison = compare(sheets, file.name, input.hasBase, options);
        const source = input.as === 'claims' || comparison.added.length > 0 ? await options.readSource(input.file, file.name) : undefined;
        if (source === undefined) files.drop(input.file);
        return { file, sheets, source, input };
      },
      /** Compared again: the workbook may have changed while the file was read. */
      write({ file, sheets, source, input }, edit) {
        const comparison = compare(sheets, file.name, input.hasBase, options);
        const by = sheets.savedBy ?? file.name;
        return writer.write(comparison, { ...input, by, source }, edit);
      },
    },
  };
}

function compare(file: ReadWorkbook, name: string, hasBase: boolean, options: ApplyOptions): Comparison {
  const { state: mine, origin, typedOver, check } = options;
  const base = hasBase ? baseOfFile(file, origin().workbook, name) : undefined;
  return compareSheets({
    file,
    name,
    mine,
    base: base === undefined ? undefined : stateOf(base, name, options),
    language: base?.language ?? 'en',
    typedOver,
    check,
  });
}

function stateOf({ edit }: ExportBase, name: string, { origin, state, stateAt }: ApplyOptions): State {
  if (edit === origin().edit) return state;
  try {
    return stateAt(edit);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    throw new AppError('conflict', 'exchange.unknownBase', { name });
  }
}
