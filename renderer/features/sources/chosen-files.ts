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

export async function droppedFiles(transfer: DataTransfer): Promise<ChosenFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return pickedFiles(transfer.files);
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<ChosenFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) return new Promise((resolve, reject) => (entry as FileSystemFileEntry).file((file) => resolve([{ file, path }]), reject));
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: ChosenFile[] = [];
  for (let entries = await readEntries(reader); entries.length > 0; entries = await readEntries(reader)) {
    for (const inner of entries) files.push(...(await filesOf(inner)));
  }
  return files;
}

function readEntries(folder: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => folder.readEntries(resolve, reject));
}
