// How the parts of an office file refer to each other.
import { posix } from 'node:path';
import { readXml } from './xml.ts';

export interface Relation {
  readonly id: string;
  /** The last word of its type, such as `worksheet`; the standard has two forms of what stands before it. */
  readonly type: string;
  /** Name of a part, or an address outside of the file. */
  readonly target: string;
}

export type Parts = ReadonlyMap<string, Buffer>;

/** The relations of a part, or of the whole package for ''. */
export function relationsOf(parts: Parts, part: string): Relation[] {
  const folder = posix.dirname(part);
  const bytes = parts.get(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  const relations: Relation[] = [];
  if (bytes === undefined) return relations;
  readXml(bytes, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship') return;
      const target = TargetMode === 'External' ? Target : resolved(folder, Target);
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  return path.startsWith('/') ? path.slice(1) : posix.join(folder, path);
}

/** The main part of the package. */
export function mainPart(parts: Parts, usual: string): string {
  const stated = relationsOf(parts, '').find((relation) => relation.type === 'officeDocument')?.target;
  return stated !== undefined && parts.has(stated) ? stated : usual;
}
