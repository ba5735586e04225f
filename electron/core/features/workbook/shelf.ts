// Which workbook is open, and which could be: the calls that work without one.
import type { Output } from '../../../../shared/contract.ts';
import type { Handlers } from '../../dispatch.ts';
import type { Library } from '../../host.ts';

export interface ShelfOptions {
  readonly library: Library;
  currentPath(): string | undefined;
  open(path: string): Promise<void>;
  /** Keeps a workbook file that was handed over among the others and opens it; returns its path. */
  keepUpload(handle: string): Promise<string>;
  createPath(path: string, options: { sample: boolean }): Promise<void>;
  close(): void;
  /** Puts a backup in the place of the open workbook and opens it. */
  restore(backupId: string): Output<'workbook.restore'>;
  backupsOf(path: string): Output<'workbook.backups'>;
  restoreOf(path: string, backupId: string): Output<'workbook.restore'>;
}

type Shelf = Pick<Handlers<'workbook'>, 'current' | 'list' | 'create' | 'open' | 'openFile' | 'close' | 'restore' | 'backupsOf' | 'restoreOf'>;

export function createShelfHandlers({
  library,
  currentPath,
  open,
  keepUpload,
  createPath,
  close,
  restore,
  backupsOf,
  restoreOf,
}: ShelfOptions): Shelf {
  const entryOf = (path: string) => ({ ...library.remember(path), isOpen: true });
  return {
    current() {
      const path = currentPath();
      return { workbook: path === undefined ? null : entryOf(path) };
    },
    list() {
      const path = currentPath();
      const openId = path === undefined ? undefined : library.remember(path).id;
      return { workbooks: library.list().map((entry) => ({ ...entry, isOpen: entry.id === openId })) };
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
    close() {
      close();
      return {};
    },
    restore: ({ id }) => restore(id),
    backupsOf: ({ workbook }) => backupsOf(library.pathOf(workbook)),
    restoreOf: ({ workbook, id }) => restoreOf(library.pathOf(workbook), id),
  };
}
