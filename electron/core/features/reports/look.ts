// A report as it stands now: what each lock prints, whether it still holds, the notes, the numbers that were typed by hand.
import type { RecordChange } from '../../../../shared/features/history/contract.ts';
import { markdownOf } from '../../../../shared/features/reports/blocks.ts';
import type { Coverage, LockView, ReportView, TypedView } from '../../../../shared/features/reports/contract.ts';
import { type Block, type Lock, type LockState, lockStates, type Report, type ReportLanguage } from '../../../../shared/features/reports/model.ts';
import { printLock, printValue } from '../../../../shared/features/reports/print.ts';
import { lockText, readLock, referencesIn, withReferences } from '../../../../shared/features/reports/references.ts';
import { typedNumbersIn } from '../../../../shared/features/reports/typed.ts';
import type { Measured } from '../../../../shared/quantity/index.ts';
import type { Examined, Examiner, LocksById } from './examine.ts';
import type { ReportFacts } from './facts.ts';
import { createNotes, type NoteSources } from './notes.ts';

export interface LookParts extends NoteSources {
  readonly facts: ReportFacts;
  readonly examiner: Examiner;
  /** Newest first. */
  changesOf(record: string): readonly RecordChange[];
  isQuoted(words: string): boolean;
}

export interface Looked {
  readonly report: Report;
  readonly blocks: readonly Block[];
  readonly locks: readonly Lock[];
}

/** A lock where a block cites it. */
export interface CitedLock {
  readonly block: Block;
  readonly lock: Lock;
  readonly examined: Examined;
}

export function citedIn({ blocks, locks }: Pick<Looked, 'blocks' | 'locks'>, examiner: Examiner): CitedLock[] {
  const byId: LocksById = new Map(locks.map((lock) => [lock.id, lock]));
  return blocks.flatMap((block) =>
    lockIdsIn(block.text).flatMap((id) => {
      const lock = byId.get(id);
      return lock === undefined ? [] : [{ block, lock, examined: examiner.examine(lock, byId) }];
    }),
  );
}

function lockIdsIn(text: string): string[] {
  return referencesIn(text).flatMap(({ scheme, destination }) => (scheme === 'lock' ? (readLock(destination).id ?? []) : []));
}

export function typedIn({ report, blocks }: Pick<Looked, 'report' | 'blocks'>, isQuoted: (words: string) => boolean): TypedView[] {
  return blocks.flatMap((block) => typedNumbersIn(block, report.lang, isQuoted).map((one) => ({ ...one, block: block.id })));
}

export function isSettled({ lock, examined }: Pick<CitedLock, 'lock' | 'examined'>): boolean {
  return examined.state === 'sound' || (lock.kept !== null && lock.kept.against === examined.print);
}

export function coverageOf(cited: readonly CitedLock[], typed: readonly TypedView[]): Coverage {
  const counts = Object.fromEntries(lockStates.map((state) => [state, cited.filter(({ examined }) => examined.state === state).length]));
  const open = typed.filter(({ reason }) => reason === '').length;
  return {
    ...(counts as Record<LockState, number>),
    locked: cited.length,
    typed: open,
    reasoned: typed.length - open,
    unsettled: cited.filter((one) => !isSettled(one)).length + open,
  };
}

export function look(looked: Looked, edit: number, parts: LookParts): ReportView {
  const { report, blocks } = looked;
  const cited = citedIn(looked, parts.examiner);
  const typed = typedIn(looked, parts.isQuoted);
  const notes = createNotes({ ...parts, language: report.lang, style: report.style });
  const locks = cited.map((one) => viewOf(one, report.lang, notes.of(one.lock, groundOfNote(one))?.n ?? null, parts));
  const printed = new Map(locks.map((lock) => [lock.id, lock]));
  return {
    ...report,
    edit,
    blocks: blocks.map(({ id, kind, level, text }) => ({ id, kind, level, text })),
    locks,
    notes: notes.notes,
    typed,
    coverage: coverageOf(cited, typed),
    markdown: blocks.length === 0 ? '' : markdownOf(blocks.map((block) => ({ ...block, text: withLocks(block.text, printed) }))),
  };
}

/** A note says where what is printed comes from: from all that bear it now, as long as they say that. */
export function groundOfNote({ lock, examined }: Pick<CitedLock, 'lock' | 'examined'>): Lock['ground'] {
  const isSame = examined.now !== undefined && !examined.reasons.some(({ code }) => code === 'value' || code === 'key');
  return isSame ? examined.now! : lock.ground;
}

function withLocks(text: string, locks: ReadonlyMap<string, LockView>): string {
  return withReferences(text, ({ scheme, destination, start, end }) => {
    const id = scheme === 'lock' ? readLock(destination).id : undefined;
    const lock = id === undefined ? undefined : locks.get(id);
    return lock === undefined ? text.slice(start, end) : `[${lock.printed}](${lockText(lock, lock.id)})`;
  });
}

function viewOf({ block, lock, examined }: CitedLock, language: ReportLanguage, note: number | null, parts: LookParts): LockView {
  const quoted = ({ low, high, qualifier, unit, multiplier, change }: Measured) => ({ low, high, qualifier, unit, multiplier, change });
  const { now } = examined;
  const { bearers } = groundOfNote({ lock, examined });
  return {
    id: lock.id,
    block: block.id,
    kind: lock.kind,
    target: lock.target,
    options: { ...lock.options },
    printed: printLock(lock, language),
    state: examined.state,
    states: [...examined.states],
    // biome-ignore lint/suspicious/noThenProperty: the word of the command line.
    then: { ...quoted(lock.ground.value), text: printValue(lock.ground.value, lock, language) },
    now: now === undefined ? null : { ...quoted(now.value), text: printValue(now.value, { ...lock, ground: now }, language) },
    why: whyOf(examined, parts),
    kept: lock.kept,
    settled: isSettled({ lock, examined }),
    note,
    claims: [...bearers],
  };
}

/** The last edit of the claim, or of the verdict on it. */
function whyOf({ reasons }: Examined, { facts, changesOf }: LookParts): LockView['why'] {
  return reasons.map(({ code, claim }) => {
    const verdict = claim === null ? undefined : facts.ledger.ofClaim(claim)?.verdict?.id;
    const changes = [claim, verdict].flatMap((id) => (id == null ? [] : (changesOf(id)[0] ?? [])));
    const last = changes.toSorted((a, b) => b.seq - a.seq)[0];
    return { code, claim, edit: last?.seq ?? null, by: last?.author ?? null };
  });
}
