// What taking back an edited spreadsheet needs of claims and sources: the same calls that a person makes, inside one edit.
import { AppError } from '../../shared/errors.ts';
import { type ClaimBody, toInput } from '../../shared/features/claims/form.ts';
import type { Claim, ParsedClaim } from '../../shared/features/claims/model.ts';
import type { SourcePatch } from '../../shared/features/sources/model.ts';
import type { Handlers } from './dispatch.ts';
import type { EditScope } from './edits/edits.ts';
import { parseClaim } from './features/claims/cells.ts';
import { rewrite } from './features/claims/rewrite.ts';
import { typedOver } from './features/claims/typed-value.ts';
import type { ApplyOptions } from './features/exchange/apply/index.ts';
import type { KeptFile } from './features/exchange/apply/write.ts';
import type { MeasuredFile } from './features/sources/measure.ts';
import type { ReadResult } from './features/sources/read-files.ts';
import type { ForkChild } from './jobs/child.ts';
import type { Readers } from './workbook/readers.ts';

export interface ApplyingParts {
  readonly readers: Readers;
  readonly fork: ForkChild;
  /** What a past state held; undefined in one. */
  readonly readersAt: ((at: number | string) => Readers) | undefined;
  readonly claims: Handlers<'claims'>;
  readonly sources: Handlers<'sources'>;
  assertWords(claims: readonly ParsedClaim[]): void;
}

export function applyingOf({ readers, fork, readersAt, claims, sources, assertWords }: ApplyingParts): Omit<ApplyOptions, 'files' | 'origin'> {
  return {
    fork,
    typedOver,
    state: stateOf(readers),
    stateAt(edit) {
      if (readersAt === undefined) throw new AppError('read-only', 'past.readOnly');
      return stateOf(readersAt(edit ?? 0));
    },
    check: (body) => assertWords([parsed(body)]),
    findClaim: readers.claims.find,
    rewrite(claim, body, edit, reason) {
      rewrite(claim, body, edit, reason);
    },
    capture: (list, edit) => {
      const made = written(claims.capture, { claims: list.map((one) => parseClaim(one, 'claim')) }, edit);
      return (made as { readonly claims: readonly { readonly id: string }[] }).claims;
    },
    removeClaims: (ids, edit) => void written(claims.remove, { ids: [...ids] }, edit),
    patchSource: (id, patch, edit) => void written(sources.update, { id, patch: patch as SourcePatch }, edit),
    readSource: (handle, name) => readSource(handle, name, { readers, sources }),
  };
}

function parsed(body: ClaimBody): ParsedClaim {
  return parseClaim(toInput(body), 'claim');
}

/** What a call writes; work that it does before its edit is only to be quick, or was done. */
function written(handler: unknown, input: unknown, edit: EditScope): unknown {
  if (typeof handler === 'function') return handler(input, edit);
  return (handler as { write(prepared: unknown, edit: EditScope): unknown }).write(input, edit);
}

function stateOf({ reader, sources }: Readers): ApplyOptions['state'] {
  return { claims: reader.all, sources: sources.all, sourceOf: (claim: Claim) => reader.source(claim.sourceId) };
}

async function readSource(handle: string, name: string, { readers, sources }: Pick<ApplyingParts, 'readers' | 'sources'>): Promise<KeptFile> {
  const add = sources.add as { prepare(input: object): Promise<ReadResult<MeasuredFile>>; write(result: object, edit: EditScope): unknown };
  const result = await add.prepare({ files: [handle], meta: { title: name } });
  const [item] = result.read;
  if (item === undefined) throw new AppError('unreadable', 'exchange.notKept', { name, cause: result.refused[0]?.why ?? '' });
  const { sha256, textSha256 } = item.measures;
  const layout = item.extracted.layout;
  let id: string | undefined;
  return {
    keep(edit) {
      if (id === undefined) {
        add.write(result, edit);
        id = (readers.sources.findByBytes(sha256) ?? readers.sources.allByText(textSha256)[0]!).id;
      }
      return id;
    },
    passage(source, sheet, cells) {
      const kept = readers.sources.find(source);
      const start = layout?.kind === 'sheets' ? layout.sheets.find((one) => one.name === sheet)?.start : undefined;
      if (kept === undefined || start === undefined) return undefined;
      const found = cells.map((cell) => readers.texts.blockAt(kept, start, cell)).find((block) => block !== undefined);
      return found === undefined ? undefined : { source, exact: found.exact, start: found.start, end: found.end };
    },
  };
}
