// Which copy of a workbook lies where on this machine. Copies share the id of the workbook; each has a line of its own, which
// names its backups and its commit counter: what befalls one says nothing of another. A file is known wherever it is moved
// on its disk, else by its place, where it may have been replaced; what is neither is a copy.

/** A file that holds a workbook. */
export interface WorkbookFile {
  readonly workbookId: string;
  /** Stands for its path. */
  readonly place: string;
  /** Undefined where there is no file any more. */
  readonly identity: string | undefined;
}

export interface SettledLine {
  readonly line: string;
  /** Lines of other copies when this one is new. */
  readonly others: readonly string[];
  /** Line of another copy that lay at this place until now. */
  readonly displaced: string | undefined;
}

export interface Lines {
  /** Undefined for a copy that was not opened here yet. */
  find(file: WorkbookFile): string | undefined;
  /** Remembers where the file lies; a copy that was not opened here yet gets a line. */
  settle(file: WorkbookFile): SettledLine;
}

/** What is remembered outside the workbooks. */
interface Remembered {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

interface Known {
  readonly line: string;
  readonly place: string;
  readonly identity: string | undefined;
}

export function createLines(settings: Remembered): Lines {
  const keyOf = (workbookId: string) => `lines.${workbookId}`;
  const knownOf = (workbookId: string): readonly Known[] => listIn(settings.get(keyOf(workbookId))).filter(isKnown);
  return {
    find: (file) => lineAmong(knownOf(file.workbookId), file),
    settle({ workbookId, place, identity }) {
      const known = knownOf(workbookId);
      const line = lineAmong(known, { workbookId, place, identity }) ?? freeLine(known, workbookId);
      const isNew = known.every((one) => one.line !== line);
      const others = known.map((one) => (one.line === line ? { line, place, identity } : awayFrom(one, place)));
      const now = isNew ? [...others, { line, place, identity }] : others;
      if (JSON.stringify(now) !== JSON.stringify(known)) settings.set(keyOf(workbookId), JSON.stringify(now));
      const displaced = known.find((one) => one.place === place && one.line !== line)?.line;
      return { line, others: isNew ? known.map((one) => one.line) : [], displaced };
    },
  };
}

/** Settings may be damaged: what is no list is an empty one. */
export function listIn(text: string | undefined): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}

function isKnown(one: unknown): one is Known {
  if (typeof one !== 'object' || one === null) return false;
  const { line, place, identity } = one as Partial<Known>;
  return (
    typeof line === 'string' && /^[0-9a-f-]{36}(_\d+)?$/.test(line) && typeof place === 'string' && ['string', 'undefined'].includes(typeof identity)
  );
}

function lineAmong(known: readonly Known[], { workbookId, place, identity }: WorkbookFile): string | undefined {
  if (known.length === 0) return workbookId;
  const same = identity === undefined ? undefined : known.find((one) => one.identity === identity);
  return (same ?? known.find((one) => one.place === place))?.line;
}

/** One file lies at a place. */
function awayFrom(one: Known, place: string): Known {
  return one.place === place ? { ...one, place: '' } : one;
}

/** The first is named as the workbook, the others after it by number. */
function freeLine(known: readonly Known[], workbookId: string): string {
  const numbers = known.map(({ line }) => Number(line.slice(workbookId.length + 1)));
  return `${workbookId}_${Math.max(1, ...numbers) + 1}`;
}
