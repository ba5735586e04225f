// The host on a plain file system, shared by both shells and the command line: workbooks lie in one folder, settings and
// the list of lately opened workbooks in another.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { WorkbookEntry } from '../../shared/features/library/contract.ts';
import { createFiles } from './files.ts';
import type { CommitCounter, CountsStore, Host, Library, SettingsStore } from './host.ts';
import { type ForkChild, forkNodeChild } from './jobs/child.ts';
import { createLines, listIn, type WorkbookFile } from './lineage/lines.ts';
import { atomicWrite, sweepTemporary } from './store/atomic-write.ts';
import { fileName } from './store/file-name.ts';
import { stampOf } from './store/file-watch.ts';
import { identityOf, realPathOf } from './store/identity.ts';
import { asStoreError } from './store/store-error.ts';

export interface HostFolders {
  /** Where new workbooks go. */
  readonly workbooks: string;
  /** Settings and recent list. */
  readonly settings: string;
}

/** `ASSAY_HOME` moves everything under one folder, for portable use and for tests. */
export function defaultFolders(env: NodeJS.ProcessEnv = process.env): HostFolders {
  const home = env.ASSAY_HOME;
  if (home !== undefined && home !== '') return { workbooks: join(home, 'workbooks'), settings: join(home, 'settings') };
  const config = env.XDG_CONFIG_HOME ?? env.APPDATA ?? join(homedir(), '.config');
  return { workbooks: join(homedir(), 'Assay'), settings: join(config, 'assay') };
}

export function createNodeHost(folders: HostFolders = defaultFolders(), env: NodeJS.ProcessEnv = process.env, fork: ForkChild = forkNodeChild): Host {
  const settings = withAuthor(createSettingsFile(join(folders.settings, 'settings.json')), env.ASSAY_AUTHOR);
  return {
    fork,
    person: () => settings.get(personKey) ?? '',
    machine: () => machineId(settings),
    files: createFiles(),
    library: createLibrary(folders, settings),
    settings,
    commits: createCommitCounter(join(folders.settings, 'commits')),
    counts: createCountsStore(join(folders.settings, 'counts')),
    backupsOf: (line) => join(folders.settings, 'backups', assertName(line)),
  };
}

const personKey = 'person';

/** A name of the environment wins; an empty one says that none is wanted. */
function withAuthor<S extends SettingsStore>(settings: S, author: string | undefined): S {
  return author === undefined ? settings : { ...settings, get: (key: string) => (key === personKey ? author : settings.get(key)) };
}

function machineId(settings: SettingsStore): string {
  const known = settings.get('machine');
  if (known !== undefined) return known;
  const made = randomUUID();
  ifPossible(() => settings.set('machine', made));
  return settings.get('machine') ?? made;
}

/**
 * One small file a line, written after each commit without a flush: the system keeps it when the program is killed, and
 * after a power cut it can only lag behind, which says nothing wrong.
 */
function createCommitCounter(folder: string): CommitCounter {
  return {
    read(line) {
      try {
        const words = readFileSync(join(folder, assertName(line)), 'utf8')
          .trim()
          .split(/ +/);
        const [seq, at, journal, edit, file] = words.map((word) => (word === '-' ? undefined : word));
        return seq === undefined || at === undefined || !/^\d+$/.test(seq) ? undefined : { seq: Number(seq), at, journal, edit, file };
      } catch {
        return undefined;
      }
    },
    write(line, { seq, at, journal = '-', edit = '-', file = '-' }) {
      ifPossible(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const words = [String(seq).padStart(12, '0'), at, journal.padEnd(16), edit.padEnd(36), file.padEnd(64)];
        writeFileSync(join(folder, assertName(line)), `${words.join(' ')}\n`, { mode: 0o600 });
      });
    },
  };
}

/** One small file a line: the edit, then what was counted. */
function createCountsStore(folder: string): CountsStore {
  return {
    read(line, edit) {
      try {
        const [of, counts] = readFileSync(join(folder, assertName(line)), 'utf8').split('\n');
        return of === edit ? counts : undefined;
      } catch {
        return undefined;
      }
    },
    write(line, edit, counts) {
      ifPossible(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(join(folder, assertName(line)), `${edit}\n${counts}\n`, { mode: 0o600 });
      });
    },
  };
}

/** The id of a workbook comes from its file, which a stranger may have made: it must not lead anywhere else. */
function assertName(line: string): string {
  if (/^[0-9a-f-]{36}(_\d+)?$/.test(line)) return line;
  throw new AppError('not-a-workbook', 'store.noIdentity');
}

/** What Assay notes down for itself must not stop the work when the disk takes nothing more. */
function ifPossible(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(asStoreError(error) instanceof AppError)) throw error;
  }
}

/** Another Assay may write its own: what is set here is put into the file as it is then. */
function createSettingsFile(path: string): SettingsStore & { readAgain(): void } {
  sweepTemporary(dirname(path), new Date());
  const unsaved = new Map<string, string | undefined>();
  let values: ReadonlyMap<string, string> = new Map(Object.entries(readSettings(path) ?? {}));
  function readAgain(): void {
    const merged = new Map(Object.entries(readSettings(path) ?? Object.fromEntries(values)));
    for (const [key, value] of unsaved) {
      if (value === undefined) merged.delete(key);
      else merged.set(key, value);
    }
    values = merged;
  }
  return {
    readAgain,
    get: (key) => values.get(key),
    set(key, value) {
      unsaved.set(key, value);
      readAgain();
      atomicWrite(path, JSON.stringify(Object.fromEntries(values), null, 1));
      unsaved.clear();
    },
  };
}

/** Unreadable settings are no reason not to start: they begin afresh. */
function readSettings(path: string): Record<string, string> | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
    return Object.fromEntries(Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return undefined;
  }
}

const recentKey = 'recentWorkbooks';
const recentCount = 20;
const lastOpenKey = 'lastOpen';

function createLibrary(folders: HostFolders, settings: ReturnType<typeof createSettingsFile>): Library {
  const recent = (): string[] => listIn(settings.get(recentKey)).filter((one): one is string => typeof one === 'string' && !one.includes('\0'));
  const inFolder = () =>
    existsSync(folders.workbooks)
      ? namesIn(folders.workbooks)
          .filter((name) => name.endsWith('.assay'))
          .map((name) => join(folders.workbooks, name))
      : [];
  const paths = () => [...new Set([...recent(), ...inFolder()])];
  const lines = createLines({ get: settings.get, set: (key, value) => ifPossible(() => settings.set(key, value)) });

  return {
    list: () => paths().map((path) => entryOf(path)),
    idOf,
    entryOf,
    pathOf(id) {
      const path = paths().find((one) => idOf(one) === id);
      if (path === undefined) throw new AppError('not-found', 'workbooks.notInList', { id });
      return path;
    },
    newPath(name) {
      mkdirSync(folders.workbooks, { recursive: true, mode: 0o700 });
      const safe =
        name
          .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
          .replace(/\s+/g, ' ')
          .replace(/^[.\s]+|[.\s]+$/g, '')
          .slice(0, 120) || 'Workbook';
      for (let number = 1; ; number += 1) {
        const path = join(folders.workbooks, fileName(safe, `${number === 1 ? '' : ` ${number}`}.assay`));
        if (!existsSync(path)) return path;
      }
    },
    remember(path) {
      const full = resolve(path);
      const list = JSON.stringify([full, ...recent().filter((one) => one !== full)].slice(0, recentCount));
      if (recent()[0] !== full) ifPossible(() => settings.set(recentKey, list));
      return entryOf(full);
    },
    rememberId(path, workbookId) {
      const key = `workbook.${idOf(path)}`;
      if (settings.get(key) !== workbookId) ifPossible(() => settings.set(key, workbookId));
    },
    lastOpen: () => settings.get(lastOpenKey),
    setLastOpen(path) {
      if (settings.get(lastOpenKey) !== path) ifPossible(() => settings.set(lastOpenKey, path));
    },
    rememberFile(path) {
      const [key, stamp] = [fileKey(path), stampOf(realPathOf(path))];
      if (settings.get(key) !== stamp) ifPossible(() => settings.set(key, stamp));
    },
    isAsLeft(path) {
      const left = settings.get(fileKey(path));
      return left !== undefined && left === stampOf(realPathOf(path));
    },
    workbookIdOf: (path) => settings.get(`workbook.${idOf(path)}`),
    lineOf: (path, workbookId) => lines.find(fileAt(path, workbookId)),
    rememberLine(path, workbookId) {
      settings.readAgain();
      return lines.settle(fileAt(path, workbookId));
    },
  };
}

/** What cannot be listed is no reason not to start. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const fileKey = (path: string) => `file.${idOf(path)}`;

function fileAt(path: string, workbookId: string): WorkbookFile {
  return { workbookId, place: idOf(realPathOf(path)), identity: identityOf(path) };
}

function idOf(path: string): string {
  return `w_${createHash('sha256').update(resolve(path)).digest('hex').slice(0, 24)}`;
}

function entryOf(path: string): WorkbookEntry {
  const stats = statSync(path, { throwIfNoEntry: false });
  return {
    id: idOf(path),
    name: basename(path).replace(/\.assay$/i, ''),
    place: basename(dirname(path)),
    modifiedAt: stats?.mtime.toISOString() ?? null,
    sizeBytes: stats?.size ?? null,
    isOpen: false,
    isBeside: false,
    isMissing: stats === undefined,
  };
}
