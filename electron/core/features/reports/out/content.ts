// What goes out of a report, in whatever format: blocks with what is printed, notes, sources, what was kept and why, the evidence.
import { AppError } from '../../../../../shared/errors.ts';
import type { Claim, PassageRef } from '../../../../../shared/features/claims/model.ts';
import type { LockView, NoteView, ReportView } from '../../../../../shared/features/reports/contract.ts';
import { readLock, withReferences } from '../../../../../shared/features/reports/references.ts';
import { type ReportWords, reportWords } from '../../../../../shared/features/reports/wording.ts';
import { cslOf } from '../../../../../shared/features/sources/bibliography/csl.ts';
import { citationLine } from '../../../../../shared/features/sources/bibliography/lines.ts';
import type { NoteSources } from '../notes.ts';

export interface InContext {
  readonly before: string;
  readonly exact: string;
  readonly after: string;
}

export interface OutParts extends NoteSources {
  /** Name of the workbook, and its last edit. */
  readonly workbook: string;
  readonly edit: { readonly id: string; readonly at: string } | undefined;
  inContext(passage: PassageRef): InContext;
}

export interface Evidence {
  readonly lock: LockView;
  readonly passages: readonly { readonly claim: Claim; readonly words: InContext }[];
}

export interface OutContent {
  readonly view: ReportView;
  readonly words: ReportWords;
  readonly notes: readonly NoteView[];
  readonly sources: readonly string[];
  /** Printed although it changed since, with the reason. */
  readonly kept: readonly { readonly printed: string; readonly reason: string }[];
  /** Why it goes out although something is open. */
  readonly why: string | undefined;
  readonly open: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly from: string;
}

/** @throws AppError `unsettled` where something is open and nobody says why it goes out. */
export function contentOf(view: ReportView, why: string | undefined, parts: OutParts): OutContent {
  const words = reportWords[view.lang];
  const openLocks = view.locks.filter(({ settled }) => !settled).map(({ printed, state }) => `${printed} (${words.state[state]})`);
  const open = [...openLocks, ...view.typed.filter(({ reason }) => reason === '').map(({ exact }) => exact)];
  if (open.length > 0 && why === undefined)
    throw new AppError('unsettled', 'reports.unsettled', { count: open.length, what: open.slice(0, 8).join('; ') });
  const claims = [...new Set(view.notes.flatMap((note) => note.claims))].flatMap((id) => parts.findClaim(id) ?? []);
  const sources = [...new Set(claims.flatMap(({ sourceId }) => sourceId ?? []))].flatMap((id) => parts.findSource(id) ?? []);
  const style = view.style === 'short' ? 'apa' : view.style;
  return {
    view,
    words,
    notes: view.notes,
    sources: sources.map((source) => citationLine(cslOf(source), style)).toSorted(),
    kept: view.locks.flatMap(({ kept, settled, state, printed }) =>
      kept !== null && settled && state !== 'sound' ? [{ printed, reason: kept.reason }] : [],
    ),
    why: open.length > 0 ? why : undefined,
    open,
    evidence: view.locks.map((lock) => ({
      lock,
      passages: lock.claims.flatMap((id) => {
        const claim = parts.findClaim(id);
        return claim === undefined ? [] : claim.passages.map((passage) => ({ claim, words: parts.inContext(passage) }));
      }),
    })),
    from: words.madeFrom(parts.workbook, parts.edit?.id ?? '0', parts.edit?.at ?? ''),
  };
}

/** The text of a block with its locks as `lock` writes them; numbers that were typed stand as they are. */
export function withPrinted(text: string, locks: ReadonlyMap<string, LockView>, lock: (one: LockView) => string): string {
  return withReferences(text, ({ scheme, destination, shown }) => {
    if (scheme === 'typed') return shown;
    const { id } = readLock(destination);
    const found = id === undefined ? undefined : locks.get(id);
    return found === undefined ? '' : lock(found);
  });
}

export function locksById({ locks }: ReportView): ReadonlyMap<string, LockView> {
  return new Map(locks.map((one) => [one.id, one]));
}
