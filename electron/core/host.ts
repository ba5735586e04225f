// What the core needs of the world around it. Shells and the command line supply it; tests supply a plain one.

import type { WorkbookEntry } from '../../shared/features/library/contract.ts';
import type { ForkChild } from './jobs/child.ts';
import type { SettledLine } from './lineage/lines.ts';

/** Milliseconds since 1970-01-01 UTC. */
export type Clock = () => number;

export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  error(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}

/** Bytes that were handed over or made, named by an opaque handle; the renderer never sees a path. */
export interface HeldFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Of a workbook that is open elsewhere: what its file does not hold yet. */
  readonly journal?: Uint8Array | undefined;
}

export interface Files {
  /** Lets go of files whose sender is gone. */
  dropAbandoned(): void;
  open(file: { name: string; mediaType: string; sizeBytes: number; journal?: Uint8Array }): string;
  append(handle: string, piece: Uint8Array): number;
  drop(handle: string): void;
  /** A whole file, taken out of the holder. */
  take(handle: string): HeldFile;
  /** The same object, left in the holder. */
  peek(handle: string): HeldFile;
  offer(file: HeldFile): string;
  read(handle: string, offset: number, count: number): { piece: Uint8Array; sizeBytes: number };
}

/** Where workbooks lie. Ids are opaque to the renderer. */
export interface Library {
  list(): readonly WorkbookEntry[];
  /** Path of a listed workbook. */
  pathOf(id: string): string;
  /** The id by which the list knows a path. */
  idOf(path: string): string;
  entryOf(path: string): WorkbookEntry;
  /** Path for a new workbook of this name, not yet taken. */
  newPath(name: string): string;
  /** Entry of a path, remembered as opened lately. */
  remember(path: string): WorkbookEntry;
  /** Keeps which workbook lay at a path, so that its backups are found when it can no longer be opened. */
  rememberId(path: string, workbookId: string): void;
  workbookIdOf(path: string): string | undefined;
  /** Keeps what file this program left at a path: another one there is a stranger's. */
  rememberFile(path: string): void;
  /** Whether the file at a path is the one that this program left there. */
  isAsLeft(path: string): boolean;
  /** Line of the copy of a workbook that lies at a path; undefined for one that was not opened here yet. */
  lineOf(path: string, workbookId: string): string | undefined;
  /** The same, kept; a copy that was not opened here yet gets a line. */
  rememberLine(path: string, workbookId: string): SettledLine;
  /** The workbook that was open last and was not closed by the user: after a crash, too, one goes on there. */
  lastOpen(): string | undefined;
  setLastOpen(path: string | undefined): void;
}

export interface SettingsStore {
  get(key: string): string | undefined;
  set(key: string, value: string | undefined): void;
}

/** What was counted in a workbook as of its last edit, kept outside the workbook: a large one need not be read to say what it holds. */
export interface CountsStore {
  /** Undefined where they are of another edit. */
  read(line: string, edit: string): string | undefined;
  write(line: string, edit: string, counts: string): void;
}

/** The last edit that this machine saw committed, kept outside the workbook: a lost or foreign `-wal` is told by it. */
export interface CommitCounter {
  read(line: string): Committed | undefined;
  write(line: string, committed: Committed): void;
}

export interface Committed {
  readonly seq: number;
  readonly at: string;
  /** Its id; undefined after a restore. */
  readonly edit?: string | undefined;
  /** Mark of the `-wal` that took the edit; undefined after a restore. */
  readonly journal: string | undefined;
  /** Stamp of the file itself at that time; undefined after a restore. */
  readonly file?: string | undefined;
}

export interface Host {
  /** Makes the child processes in which foreign files are read. */
  readonly fork: ForkChild;
  readonly commits: CommitCounter;
  readonly counts: CountsStore;
  /** Folder of the backups of one copy of a workbook. */
  backupsOf(line: string): string;
  /** Id of this installation, made once: it tells apart copies of a workbook that were written on different machines. */
  readonly machine: () => string;
  /** Name of the person who works here; empty until one is given. Never the login of the machine. */
  person(): string;
  readonly files: Files;
  readonly library: Library;
  readonly settings: SettingsStore;
}
