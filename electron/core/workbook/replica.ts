// Which copy of a workbook this is. A file that was copied is another copy as soon as it is written on: it then lies at another
// place, or on another machine, than the one for which its id was made. A copy that was only moved stays itself.
import { createHash } from 'node:crypto';
import { type MetaKey, metaOf, setMeta } from '../store/meta.ts';
import type { Sql } from '../store/sql.ts';

export interface Replica {
  /** Id of this copy, made where it has none; asked for inside the transaction of an edit. */
  own(): string;
  /** Undefined before the first edit of this copy. */
  known(): string | undefined;
}

export interface ReplicaOptions {
  readonly sql: Sql;
  readonly machine: string;
  /** Line of the file on this machine: another for every copy, the same wherever the file is moved. */
  readonly line: string;
  readonly newId: () => string;
}

export function createReplica({ sql, machine, line, newId }: ReplicaOptions): Replica {
  // A copy that went to somebody else and came back knows itself again.
  const key: MetaKey = `replica ${createHash('sha256').update(`${machine} ${line}`).digest('hex').slice(0, 32)}`;
  const known = () => metaOf(sql, key);
  return {
    known,
    own() {
      const id = known();
      if (id !== undefined) return id;
      const made = newId();
      setMeta(sql, key, made);
      return made;
    },
  };
}
