// Files as they were chosen: dropped, picked, pasted, alone or in folders. Folders are walked through; what a system or a
// saved page keeps for itself is left out.
import { withoutPageParts } from '../../../shared/features/sources/saved-pages.ts';

export interface ChosenFile {
  readonly file: File;
  /** Path below what was chosen, `/` between folders. */
  readonly path: string;
}

export interface ChosenFiles {
  readonly files: readonly File[];
  readonly parts: number;
}

const isOwn = ({ path, file }: ChosenFile): boolean => !/(^|\/)\./.test(path) && file.name !== 'Thumbs.db' && file.name !== 'desktop.ini';

export function sourcesAmong(chosen: readonly ChosenFile[]): ChosenFiles {
  const own = chosen.filter(isOwn);
  const { parts } = withoutPageParts(own.map((one) => one.path));
  const left = new Set(parts);
  return { files: own.filter((one) => !left.has(one.path)).map((one) => one.file), parts: parts.length };
}

export function pickedFiles(list: Iterable<File>): ChosenFile[] {
  return [...list].map((file) => ({ file, path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath }));
}

export interface Walk {
  readonly signal: AbortSignal;
  /** Hears how many files were seen so far. */
  onSeen(count: number): void;
}

export interface Dropped {
  readonly chosen: readonly ChosenFile[];
  /** Paths of files and folders that the system would not open. */
  readonly unreadable: readonly string[];
}

/** Must be called while the drop is being handled: what was dropped is gone after it. @throws DOMException when it is aborted. */
export async function droppedFiles(transfer: DataTransfer, walk: Walk): Promise<Dropped> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return { chosen: pickedFiles(transfer.files), unreadable: [] };
  const dropped = { chosen: [] as ChosenFile[], unreadable: [] as string[] };
  for (const entry of entries) await walkInto(entry, dropped, walk);
  return { ...dropped, chosen: dropped.chosen.toSorted((a, b) => byName.compare(a.path, b.path)) };
}

const byName = new Intl.Collator(undefined, { numeric: true });

/** A folder gives its entries in parts; an empty part ends them. */
async function walkInto(entry: FileSystemEntry, dropped: { chosen: ChosenFile[]; unreadable: string[] }, walk: Walk): Promise<void> {
  walk.signal.throwIfAborted();
  const path = entry.fullPath.replace(/^\//, '');
  try {
    if (entry.isFile) {
      dropped.chosen.push({ file: await fileOf(entry as FileSystemFileEntry), path });
      walk.onSeen(dropped.chosen.length);
      return;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (let entries = await readEntries(reader); entries.length > 0; entries = await readEntries(reader)) {
      for (const inner of entries) await walkInto(inner, dropped, walk);
    }
  } catch (error) {
    walk.signal.throwIfAborted();
    if (!(error instanceof DOMException)) throw error;
    dropped.unreadable.push(path);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function readEntries(folder: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => folder.readEntries(resolve, reject));
}
