// Bringing files in: one file is shown before it is added; several are handed over, read as one job, and for each it is said
// what became of it.
import i18next from 'i18next';
import type { Input } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { message } from '../../../shared/message.ts';
import {
  askOfDropped,
  call,
  errorWords,
  isWorkbookFile,
  type Notice,
  notify,
  openWorkbookFile,
  startWork,
  useWorkspace,
} from '../../bridge/index.ts';
import { type ChosenFile, droppedFiles, sourcesAmong } from './chosen-files.ts';
import { handOver } from './hand-over.ts';
import { type IntakeResult, type RefusedFile, useIntake } from './intake-state.ts';

/** Most files that one call of the core takes. */
const mostFiles = 500;
let isRunning = false;

function workbookName(fileName: string): string {
  const name = fileName
    .replace(/\.[^.]+$/, '')
    .trim()
    .slice(0, 120);
  return name === '' ? i18next.t('sources:newWorkbook') : name;
}

/** What is brought in on the start screen begins a workbook of its name. */
export async function ensureWorkbook(name: string): Promise<void> {
  const { workbook } = await call('library.current', {});
  if (workbook === null) await call('library.create', { name: workbookName(name) });
}

/** Reads handed-over files; the core lists it as one job. */
export async function addHeld(input: Input<'sources.add'>): Promise<IntakeResult> {
  return { ...(await call('sources.add', input)), parts: 0 };
}

async function addAll(files: readonly File[], abort: AbortController): Promise<IntakeResult> {
  const total: { added: IntakeResult['added']; refused: IntakeResult['refused']; cancelled: number } = { added: [], refused: [], cancelled: 0 };
  for (let from = 0; from < files.length && total.cancelled === 0; from += mostFiles) {
    const { handles, refused } = await handOver(files.slice(from, from + mostFiles), abort);
    const read = handles.length === 0 ? { added: [], refused: [], cancelled: 0 } : await addHeld({ files: handles });
    total.added = [...total.added, ...read.added];
    total.refused = [...total.refused, ...refused, ...read.refused];
    total.cancelled = read.cancelled === 0 ? 0 : read.cancelled + Math.max(0, files.length - from - mostFiles);
  }
  return { ...total, parts: 0 };
}

/** One source with nothing to remark, or whose remarks were seen before, is told in passing and opened; anything else is set out file by file. */
export function tell(result: IntakeResult, { wasSeen = false }: { wasSeen?: boolean } = {}): void {
  const { added, refused, cancelled, parts } = result;
  const [only] = added;
  const isPlain = added.length === 1 && only !== undefined && only.duplicateOf === null && refused.length + cancelled + parts === 0;
  if (!isPlain || (only.warnings.length > 0 && !wasSeen)) {
    useIntake.getState().set({ result });
    return;
  }
  const { select, openView } = useWorkspace.getState();
  select({ type: 'source', id: only.id });
  notify({ tone: 'info', text: i18next.t('sources:addedOne', { title: only.title, count: only.found }) });
  openView(only.kind === 'dataset' ? 'dataset' : 'reader', { sourceId: only.id });
}

/** What a drop holds, folders walked through; the walk can be cancelled like all long work. */
export async function bringInDropped(transfer: DataTransfer): Promise<void> {
  const abort = new AbortController();
  const work = startWork({ label: i18next.t('sources:job.walking'), cancel: () => abort.abort() });
  const show = (seen: number): void => work.show({ detail: i18next.t('sources:job.seen', { count: seen }) });
  try {
    const dropped = await droppedFiles(transfer, { signal: abort.signal, onSeen: show });
    work.end();
    if (!(await isAskedOf(dropped.chosen, dropped.unreadable))) await bringIn(dropped.chosen, dropped.unreadable);
  } catch (error) {
    const isCancelled = abort.signal.aborted;
    notify({ tone: isCancelled ? 'info' : 'error', text: isCancelled ? i18next.t('sources:cancelled') : errorWords(error) });
  } finally {
    work.end();
  }
}

/** Whether what was dropped is one file that an open workbook may take in another way than as a source: then it is asked. */
async function isAskedOf(chosen: readonly ChosenFile[], unreadable: readonly string[]): Promise<boolean> {
  const [only] = chosen;
  if (only === undefined || chosen.length + unreadable.length > 1 || only.path.includes('/')) return false;
  if (!isWorkbookFile(only.file) && !/\.xlsx$/i.test(only.file.name)) return false;
  const { workbook } = await call('library.current', {});
  if (workbook === null) return false;
  askOfDropped({ file: only.file, add: () => void bringIn(chosen) });
  return true;
}

/** @param unreadable paths that the system would not open. */
export async function bringIn(chosen: readonly ChosenFile[], unreadable: readonly string[] = []): Promise<void> {
  const { files: all, parts } = sourcesAmong(chosen);
  const [only] = all;
  if (only !== undefined && all.length === 1 && isWorkbookFile(only)) return openWorkbookFile(only);
  const files = all.filter((file) => !isWorkbookFile(file));
  const refused = [...refusedOf(all.filter(isWorkbookFile), 'sources:workbookAmong'), ...refusedOf(unreadable, 'sources:unreadable')];
  const [first] = files;
  if (first === undefined) return notify(nothingToBring(all, unreadable));
  if (isRunning) return notify({ tone: 'error', text: i18next.t('sources:busy') });
  isRunning = true;
  try {
    await ensureWorkbook(folderOf(chosen) ?? first.name);
    await bringInto(files, { parts, refused });
  } catch (error) {
    const isCancelled = error instanceof AppError && error.code === 'cancelled';
    notify({ tone: isCancelled ? 'info' : 'error', text: isCancelled ? i18next.t('sources:cancelled') : errorWords(error) });
  } finally {
    isRunning = false;
  }
}

function refusedOf(files: readonly (File | string)[], key: string): RefusedFile[] {
  return files.map((file) => ({ file: typeof file === 'string' ? file : file.name, code: 'invalid-input', why: message(key) }));
}

function nothingToBring(workbooks: readonly File[], unreadable: readonly string[]): Notice {
  if (workbooks.length > 0) return { tone: 'error', text: i18next.t('workbook:file.alone') };
  if (unreadable.length > 0) return { tone: 'error', text: i18next.t('sources:noneReadable', { count: unreadable.length, path: unreadable[0] }) };
  return { tone: 'info', text: i18next.t('sources:noFiles') };
}

/** The one folder that all of it lies in. */
function folderOf(chosen: readonly ChosenFile[]): string | undefined {
  const folders = new Set(chosen.map(({ path }) => (path.includes('/') ? path.split('/')[0] : undefined)));
  const [folder] = folders;
  return folders.size === 1 ? folder : undefined;
}

type Told = Pick<IntakeResult, 'parts' | 'refused'>;

async function bringInto(files: readonly File[], { parts, refused: before }: Told): Promise<void> {
  const abort = new AbortController();
  if (files.length + before.length > 1) {
    const result = await addAll(files, abort);
    useWorkspace.getState().openView('sources');
    tell({ ...result, parts, refused: [...before, ...result.refused] });
    return;
  }
  const { handles, refused } = await handOver(files, abort);
  const [handle] = handles;
  if (handle === undefined) tell({ added: [], refused, cancelled: 0, parts });
  else useIntake.getState().set({ waiting: { handle, name: files[0]!.name } });
}
