import type { Actor, Judgement } from '../../../../shared/features/actors/model.ts';
import { fromRow } from '../../edits/records.ts';
import type { Sql } from '../../store/sql.ts';

/** Actors and judgements in the order in which they were made. */
export function createActorRepository(sql: Sql) {
  return {
    actors: (): Actor[] => sql.all('SELECT * FROM actor ORDER BY id').map((row) => fromRow('actor', row) as unknown as Actor),
    judgements: (): Judgement[] => sql.all('SELECT * FROM judgement ORDER BY id').map((row) => fromRow('judgement', row) as unknown as Judgement),
  };
}

export type ActorRepository = ReturnType<typeof createActorRepository>;
