// Writes a report from its Markdown: blocks that are as they were stay untouched, locks that are known keep their ground, and locks
// that no block cites any more go.
import { diffArrays } from 'diff';
import { AppError } from '../../../../shared/errors.ts';
import { type BlockText, blocksOf } from '../../../../shared/features/reports/blocks.ts';
import { readFormula, withMembers } from '../../../../shared/features/reports/formula.ts';
import type { Block, Lock, Report } from '../../../../shared/features/reports/model.ts';
import { type LockText, type Reference, readLock, type Target, withReferences } from '../../../../shared/features/reports/references.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { Examiner } from './examine.ts';

export interface WriteParts {
  readonly examiner: Examiner;
  today(): string;
  /** A lock of any report. */
  findLock(id: string): Lock | undefined;
}

export interface Written {
  readonly report: Report;
  readonly isNew: boolean;
  readonly markdown: string;
  readonly blocks: readonly Block[];
  readonly locks: readonly Lock[];
}

/** A lock as a block cites it. */
interface Cited {
  readonly id: string;
  target: Target;
  /** Undefined until it is taken. */
  ground: Lock['ground'] | undefined;
  readonly before: Lock | undefined;
  readonly kept: Lock['kept'];
}

export function writeReport({ report, isNew, markdown, blocks, locks }: Written, parts: WriteParts, edit: EditScope): void {
  const cites = createCites({ report, locks }, parts, edit);
  const texts = blocksOf(markdown).map((block) => ({
    ...block,
    text: withReferences(block.text, (reference) => cites.rewrite(reference, block.text)),
  }));
  const cited = cites.settled();
  if (isNew) edit.insert('report', report);
  else edit.update('report', report.id, report);
  putBlocks(report.id, blocks, texts, edit);
  putLocks(report.id, locks, cited, edit);
}

function createCites({ report, locks }: Pick<Written, 'report' | 'locks'>, { examiner, today, findLock }: WriteParts, edit: EditScope) {
  const own = new Map(locks.map((lock) => [lock.id, lock]));
  const cited = new Map<string, Cited>();
  /** Names that the text gives to its new locks. */
  const labels = new Map<string, string>();

  /** What stands in a block in place of a lock. */
  function rewrite({ scheme, destination, start, end }: Reference, text: string): string {
    if (scheme === 'typed') return text.slice(start, end);
    return `[](lock:#${cite(readLock(destination)).id})`;
  }

  function cite(said: ReturnType<typeof readLock>): Cited {
    const known = said.id === undefined ? undefined : (own.get(said.id) ?? findLock(said.id));
    if (said.kind === undefined && known === undefined) throw new AppError('not-found', 'reports.unknownLock', { id: said.id.slice(0, 80) });
    const target: Target = said.kind === undefined ? known! : withDay(said);
    const isFirst = known !== undefined && known.report === report.id && !cited.has(known.id);
    const isSame = known !== undefined && known.kind === target.kind && known.target === target.target && isSameAsked(known, target);
    const one: Cited = {
      id: isFirst ? known.id : edit.newId(),
      target,
      ground: isSame ? known.ground : undefined,
      before: isFirst ? known : undefined,
      kept: isSame && isFirst ? known.kept : null,
    };
    if (said.id !== undefined && !labels.has(said.id)) labels.set(said.id, one.id);
    cited.set(one.id, one);
    return one;
  }

  /** A rate is one of a day, also where nobody says of which. */
  function withDay({ kind, target, options }: LockText): Target {
    return kind === 'rate' && options.on === undefined ? { kind, target, options: { ...options, on: today() } } : { kind, target, options };
  }

  /** A formula names locks as the text does; from here on by their ids. */
  function linked({ kind, target, options }: Target): Target {
    if (kind !== 'formula') return { kind, target, options };
    return { kind, options, target: withMembers(target, (member) => (member.includes('/') ? member : (labels.get(member) ?? member))) };
  }

  /** Every lock with its ground, members before the formulas that they are in. @throws AppError `circle` */
  function settled(): Cited[] {
    for (const one of cited.values()) one.target = linked(one.target);
    const grounded = new Map<string, Lock>();
    const settle = (one: Cited, path: readonly string[]): void => {
      if (grounded.has(one.id)) return;
      if (path.includes(one.id)) throw new AppError('circle', 'reports.circle', { field: 'lock' });
      for (const member of membersOf(one.target)) {
        const other = cited.get(member);
        if (other !== undefined) settle(other, [...path, one.id]);
        else if (!member.includes('/')) keepMember(member);
      }
      one.ground ??= examiner.take(one.target, grounded, one.id);
      grounded.set(one.id, asLock(one, report.id));
    };
    /** A lock that only a formula names still stands behind it. */
    const keepMember = (id: string): void => {
      const known = own.get(id);
      if (known === undefined) throw new AppError('not-found', 'reports.unknownLock', { id: id.slice(0, 80) });
      const one: Cited = { id, target: known, ground: known.ground, before: known, kept: known.kept };
      cited.set(id, one);
      settle(one, []);
    };
    for (const one of [...cited.values()]) settle(one, []);
    return [...cited.values()];
  }

  return { rewrite, settled };
}

/** Options that say what is asked for, not how it is printed. */
const asking = ['class', 'on', 'as', 'reading'];

function isSameAsked(a: Target, b: Target): boolean {
  return asking.every((name) => a.options[name] === b.options[name]);
}

function membersOf({ kind, target }: Target): readonly string[] {
  return kind === 'formula' ? readFormula(target).members : [];
}

function asLock({ id, target, ground, kept }: Cited, report: string): Lock {
  return { id, report, kind: target.kind, target: target.target, options: { ...target.options }, ground: ground!, kept };
}

function putLocks(report: string, before: readonly Lock[], cited: readonly Cited[], edit: EditScope): void {
  const stays = new Set(cited.map(({ id }) => id));
  for (const { id } of before) if (!stays.has(id)) edit.remove('lock', id);
  for (const one of cited) {
    const lock = asLock(one, report);
    if (one.before === undefined) edit.insert('lock', lock);
    else edit.update('lock', lock.id, lock);
  }
}

function putBlocks(report: string, before: readonly Block[], texts: readonly BlockText[], edit: EditScope): void {
  const ids = matched(before, texts);
  const stays = new Set(ids);
  for (const { id } of before) if (!stays.has(id)) edit.remove('block', id);
  for (const [place, text] of texts.entries()) {
    const id = ids[place];
    if (id === undefined) edit.insert('block', { id: edit.newId(), report, place, ...text });
    else edit.update('block', id, { place, ...text });
  }
}

const keyOf = ({ kind, level, text }: BlockText) => `${kind} ${level} ${text}`;

/** The block that each text goes on in: one with the same words, else the next of its kind that stood there. */
function matched(before: readonly Block[], texts: readonly BlockText[]): (string | undefined)[] {
  const ids: (string | undefined)[] = [];
  let at = 0;
  let waiting: Block[] = [];
  for (const { added, removed, value } of diffArrays(before.map(keyOf), texts.map(keyOf))) {
    if (removed) {
      waiting = before.slice(at, at + value.length);
      at += value.length;
    } else if (added)
      for (const _ of value) {
        const { kind } = texts[ids.length]!;
        const found = waiting.findIndex((one) => one.kind === kind);
        ids.push(found < 0 ? undefined : waiting.splice(found, 1)[0]!.id);
      }
    else {
      waiting = [];
      for (const _ of value) ids.push(before[at++]!.id);
    }
  }
  return ids;
}
