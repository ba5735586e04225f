// Which workbooks are open, and which could be: the calls that work without one.
import type { Output } from '../../../../shared/contract.ts';
import type { Handlers } from '../../dispatch.ts';
import type { Library } from '../../host.ts';

export interface LibraryOptions {
  readonly library: Library;
  currentPath(): string | undefined;
  besidePaths(): readonly string[];
  open(path: string): Promise<void>;
  openBeside(path: string): Promise<void>;
  closeBeside(path: string): void;
  /** Keeps a workbook file that was handed over among the others and opens it; returns its path. */
  keepUpload(handle: string): Promise<string>;
  createPath(path: string, options: { sample: boolean }): Promise<void>;
  close(): void;
  backupsOf(path: string): Output<'library.backupsOf'>;
  restoreOf(path: string, backupId: string): Output<'library.restoreOf'>;
}

export function createLibraryHandlers(options: LibraryOptions): Handlers<'library'> {
  const { library, currentPath, besidePaths, open, openBeside, closeBeside, keepUpload, createPath, close, backupsOf, restoreOf } = options;
  const entryOf = (path: string) => ({ ...library.remember(path), isOpen: true });
  const besideIds = () => new Set(besidePaths().map((path) => library.idOf(path)));
  return {
    current() {
      const path = currentPath();
      return { workbook: path === undefined ? null : entryOf(path) };
    },
    list() {
      const path = currentPath();
      const openId = path === undefined ? undefined : library.remember(path).id;
      const beside = besideIds();
      return { workbooks: library.list().map((entry) => ({ ...entry, isOpen: entry.id === openId, isBeside: beside.has(entry.id) })) };
    },
    async create({ name, sample }) {
      const path = library.newPath(name);
      await createPath(path, { sample });
      return entryOf(path);
    },
    async open({ id }) {
      const path = library.pathOf(id);
      await open(path);
      return entryOf(path);
    },
    openFile: async ({ file }) => entryOf(await keepUpload(file)),
    async openBeside({ id }) {
      const path = library.pathOf(id);
      await openBeside(path);
      return { ...library.entryOf(path), isBeside: true };
    },
    closeBeside({ id }) {
      closeBeside(library.pathOf(id));
      return {};
    },
    close() {
      close();
      return {};
    },
    backupsOf: ({ workbook }) => backupsOf(library.pathOf(workbook)),
    restoreOf: ({ workbook, id }) => restoreOf(library.pathOf(workbook), id),
  };
}
