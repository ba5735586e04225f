import type { Actor, Judgement } from '../../../../shared/features/actors/model.ts';
import { allRecords } from '../../edits/records.ts';
import type { Sql } from '../../store/sql.ts';

/** Actors and judgements in the order in which they were made. */
export function createActorRepository(sql: Sql) {
  return {
    actors: (): Actor[] => allRecords(sql, 'actor'),
    judgements: (): Judgement[] => allRecords(sql, 'judgement'),
  };
}

export type ActorRepository = ReturnType<typeof createActorRepository>;
