// Actors: every name that claims use, which of them mean one actor, and what is known of it.

import { AppError } from '../../../../shared/errors.ts';
import { hasHan, proposeAlike, type Romanise } from '../../../../shared/features/actors/alike.ts';
import type { ActorRow } from '../../../../shared/features/actors/contract.ts';
import type { Actor, Judgement } from '../../../../shared/features/actors/model.ts';
import { contradictionIn, pairKey } from '../../../../shared/features/actors/names.ts';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import type { Claim, ClaimSource } from '../../../../shared/features/claims/model.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import { message } from '../../../../shared/message.ts';
import { findPeriod } from '../../../../shared/period/index.ts';
import type { Handlers } from '../../dispatch.ts';
import { countActors, createDirectory, type Directory } from './directory.ts';
import type { NameService } from './names.ts';
import type { ActorRepository } from './repository.ts';

export interface ActorsOptions {
  readonly repository: ActorRepository;
  readonly names: NameService;
  /** What this feature reads of claims; supplied by the claims feature. */
  readonly claims: {
    version(): number;
    all(): readonly Claim[];
    find(id: string): Claim | undefined;
    source(id: string | null): ClaimSource | undefined;
  };
  rowOf(claim: Claim): ClaimRow;
  /** Things share the names of actors; supplied by the policy feature. */
  things(): readonly { readonly id: string; readonly name: string; readonly aliases: readonly string[] }[];
}

/** Rows that one answer carries: a list to look through, not to page. */
const listedRows = 2000;

export function createActors({ repository, names, claims, rowOf, things }: ActorsOptions): { handlers: Handlers<'actors'>; count(): number } {
  let kept: { version: number; directory: Directory } | undefined;
  function directory(): Directory {
    if (kept?.version !== claims.version())
      kept = { version: claims.version(), directory: createDirectory({ claims, actors: repository.actors(), names }) };
    return kept.directory;
  }
  const judgementOn = (one: string, other: string) =>
    repository.judgements().find((judgement) => pairKey(judgement.one, judgement.other) === pairKey(one, other));

  /** @throws AppError `conflict` when names judged not the same would become one. */
  function assertTogether(actors: readonly Actor[], judgements: readonly Judgement[]): void {
    const found = contradictionIn(actors, judgements, things());
    if (found !== undefined) throw new AppError('conflict', found.key, found.details);
  }

  const handlers: Handlers<'actors'> = {
    list({ typed }) {
      const wanted = normalName(typed);
      const rows = directory().rows.filter((row) => wanted === '' || [row.name, ...row.otherNames].some((name) => normalName(name).includes(wanted)));
      return { actors: rows.slice(0, listedRows), total: rows.length };
    },
    get({ name, limit }) {
      const row = directory().find(name) ?? unusedRow(names.nameOf(name));
      const record = repository.actors().find((actor) => actor.id === row.actorId) ?? null;
      const known = new Set([row.name, ...row.otherNames].map(normalName));
      const judgements = repository.judgements().filter(({ one, other }) => known.has(normalName(one)) || known.has(normalName(other)));
      const rows = directory()
        .claimsOf(row.name)
        .slice(0, limit)
        .flatMap((id) => claims.find(id) ?? [])
        .map(rowOf);
      return { ...row, record, judgements, rows };
    },
    async proposals() {
      const { counts, written } = directory();
      const romanise = written.some(hasHan) ? await loadRomanise() : undefined;
      const settled = (one: string, other: string) => ['same', 'not_same'].includes(names.judged(one, other) ?? '');
      const proposals = proposeAlike(written, settled, romanise).map(({ one, other }) => ({
        one,
        other,
        claimsOfOne: counts.get(normalName(one)) ?? 0,
        claimsOfOther: counts.get(normalName(other)) ?? 0,
        outcome: names.judged(one, other) ?? null,
      }));
      return { proposals: proposals.sort((a, b) => b.claimsOfOne + b.claimsOfOther - a.claimsOfOne - a.claimsOfOther).slice(0, listedRows) };
    },
    judgements: () => ({ judgements: repository.judgements() }),
    save({ id, ...draft }, edit) {
      const before = id === undefined ? undefined : repository.actors().find((actor) => actor.id === id);
      if (id !== undefined && before === undefined) throw new AppError('not-found', 'actors.unknown', { id });
      checkPeriods(draft);
      const actor: Actor = { id: id ?? edit.newId(), ...draft, aliases: distinctAliases(draft) };
      assertTogether(
        [...repository.actors().filter((one) => one.id !== actor.id), actor].sort((a, b) => (a.id < b.id ? -1 : 1)),
        repository.judgements(),
      );
      edit.name(before === undefined ? 'describeActor' : 'changeActor', { name: actor.name });
      if (before === undefined) edit.insert('actor', actor);
      else edit.update('actor', actor.id, actor);
      return actor;
    },
    remove({ id }, edit) {
      const actor = repository.actors().find((one) => one.id === id);
      if (actor === undefined) throw new AppError('not-found', 'actors.unknown', { id });
      edit.name('removeActor', { name: actor.name });
      edit.remove('actor', id);
      return { removed: 1 };
    },
    judge({ one, other, outcome, reason }, edit) {
      if (normalName(one) === normalName(other)) throw new AppError('invalid-input', 'actors.sameName', { field: 'other' });
      const before = judgementOn(one, other);
      const judgement: Judgement = {
        id: before?.id ?? edit.newId(),
        one: before?.one ?? one,
        other: before?.other ?? other,
        outcome,
        reason,
        by: edit.author,
        at: edit.at,
      };
      assertTogether(
        repository.actors(),
        [...repository.judgements().filter((known) => known.id !== judgement.id), judgement].sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
      edit.name('judgeNames', { one, other, outcome: message(outcomes[outcome]) });
      if (before === undefined) edit.insert('judgement', judgement);
      else edit.update('judgement', judgement.id, judgement);
      return judgement;
    },
    withdraw({ id }, edit) {
      const judgement = repository.judgements().find((one) => one.id === id);
      if (judgement === undefined) throw new AppError('not-found', 'actors.unknownJudgement', { id });
      edit.name('withdrawJudgement', { one: judgement.one, other: judgement.other, outcome: message(outcomes[judgement.outcome]) });
      edit.remove('judgement', id);
      return { removed: 1 };
    },
  };
  return { handlers, count: () => countActors({ claims, actors: repository.actors(), names }) };
}

const outcomes: Readonly<Record<Judgement['outcome'], string>> = {
  same: 'edits:outcome.same',
  not_same: 'edits:outcome.notSame',
  undecided: 'edits:outcome.undecided',
};

function unusedRow(name: string): ActorRow {
  return { name, otherNames: [], kind: null, actorId: null, claims: 0, uses: [] };
}

function distinctAliases({ name, aliases }: Pick<Actor, 'name' | 'aliases'>): string[] {
  const byKey = new Map(aliases.map((alias) => [normalName(alias), alias]));
  byKey.delete(normalName(name));
  return [...byKey.values()];
}

function checkPeriods({ roles, relations }: Pick<Actor, 'roles' | 'relations'>): void {
  for (const [field, rows] of [
    ['roles', roles],
    ['relations', relations],
  ] as const) {
    const wrong = rows.find((row) => row.period !== null && findPeriod(row.period) === undefined);
    if (wrong !== undefined) throw new AppError('invalid-input', 'actors.badPeriod', { field, period: wrong.period });
  }
}

/** Its tables are large: read when there is a Chinese name. */
async function loadRomanise(): Promise<Romanise> {
  const { pinyin } = await import('pinyin-pro');
  return (name) => pinyin(name, { toneType: 'none', type: 'array' }).join('');
}
