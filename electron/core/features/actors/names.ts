// The names of the open workbook: read again when an actor or a judgement changed, and able to say which names mean
// something else since.

import type { Judgement } from '../../../../shared/features/actors/model.ts';
import { buildNames, type Names } from '../../../../shared/features/actors/names.ts';
import { normalName } from '../../../../shared/features/claims/origin.ts';
import { type Changes, createChangedIds } from '../../edits/changed-ids.ts';
import { keptUntilTouched } from '../../edits/touched.ts';
import type { ActorRepository } from './repository.ts';

/** What names of a workbook are read from: actors and things share one space of names. */
export interface NamedRecords extends ActorRepository {
  /** Supplied by the policy feature. */
  things(): readonly { readonly id: string; readonly name: string; readonly aliases: readonly string[] }[];
}

export interface NameService extends Pick<Names, 'nameOf' | 'namesLike' | 'judged'> {
  /** Normal forms of the names that stand for something else, or were judged, since. */
  changesSince(version: number): Changes;
  /** Actors or judgements were written. */
  touch(): void;
}

interface State {
  readonly names: Names;
  readonly judgements: readonly Judgement[];
}

export function createNameService(repository: NamedRecords, version: () => number): NameService {
  const journal = createChangedIds();
  const state = keptUntilTouched<State>(
    () => {
      const judgements = repository.judgements();
      return { names: buildNames(oldestFirst([...repository.actors(), ...repository.things()]), judgements), judgements };
    },
    version,
    (before, after) => journal.note(changedNames(before, after)),
  );
  return {
    nameOf: (name) => state.current().names.nameOf(name),
    namesLike: (name) => state.current().names.namesLike(name),
    judged: (one, other) => state.current().names.judged(one, other),
    changesSince(since) {
      state.current();
      return journal.since(since);
    },
    touch: state.touch,
  };
}

function oldestFirst<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function changedNames(before: State, after: State): Set<string> {
  const known = new Set([...before.names.joined.keys(), ...after.names.joined.keys()]);
  const changed = new Set([...known].filter((key) => before.names.joined.get(key) !== after.names.joined.get(key)));
  const judged = new Map(before.judgements.map((judgement) => [judgement.id, JSON.stringify(judgement)]));
  const now = new Map(after.judgements.map((judgement) => [judgement.id, JSON.stringify(judgement)]));
  for (const judgement of [...before.judgements, ...after.judgements]) {
    if (judged.get(judgement.id) === now.get(judgement.id)) continue;
    for (const name of [judgement.one, judgement.other])
      for (const like of [...before.names.namesLike(name), ...after.names.namesLike(name)]) changed.add(normalName(like));
  }
  return changed;
}
