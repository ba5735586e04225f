// Bringing files in: hand them over, let the core read them, and say for each what became of it.
import i18next from 'i18next';
import { create } from 'zustand';
import type { Output } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { call, isWorkbookFile, openWorkbookFile, uploadFile, useWorkspace } from '../../bridge/index.ts';

export type AddedSource = Output<'sources.add'>['added'][number];
export type RefusedFile = Output<'sources.add'>['refused'][number];

export interface IntakeResult {
  readonly added: readonly AddedSource[];
  readonly refused: readonly RefusedFile[];
}

interface Intake {
  readonly result: IntakeResult | undefined;
  readonly isPasting: boolean;
  setPasting(isPasting: boolean): void;
  setResult(result: IntakeResult | undefined): void;
}

export const useIntake = create<Intake>()((set) => ({
  result: undefined,
  isPasting: false,
  setPasting: (isPasting) => set({ isPasting }),
  setResult: (result) => set({ result }),
}));

/** Most files that one call of the core takes. */
const mostFiles = 500;
/** Files that a system leaves in folders for itself. */
const isOwn = (file: File): boolean => !file.name.startsWith('.') && file.name !== 'Thumbs.db' && file.name !== 'desktop.ini';

function workbookName(file: File): string {
  const name = file.name
    .replace(/\.[^.]+$/, '')
    .trim()
    .slice(0, 120);
  return name === '' ? i18next.t('sources:newWorkbook') : name;
}

/** A file dropped on the start screen begins a workbook of its name. */
async function ensureWorkbook(first: File): Promise<void> {
  const { workbook } = await call('workbook.current', {});
  if (workbook === null) await call('workbook.create', { name: workbookName(first) });
}

async function handOver(files: readonly File[], signal: AbortSignal): Promise<{ handles: string[]; refused: RefusedFile[] }> {
  const { setJob } = useWorkspace.getState();
  const handles: string[] = [];
  const refused: RefusedFile[] = [];
  for (const [index, file] of files.entries()) {
    const show = (share: number): void =>
      setJob({
        label: i18next.t('sources:job.handing', { name: file.name }),
        share: (index + share) / files.length,
        detail: i18next.t('sources:job.of', { done: index + 1, total: files.length }),
        cancel: () => cancelRunning?.(),
      });
    show(0);
    try {
      handles.push(await uploadFile(file, { signal, onProgress: show }));
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled' || error.details.isConnection === true) throw error;
      refused.push({ file: file.name, code: error.code, why: error.message });
    }
  }
  return { handles, refused };
}

let cancelRunning: (() => void) | undefined;

async function addAll(files: readonly File[], signal: AbortSignal): Promise<IntakeResult> {
  const { handles, refused } = await handOver(files, signal);
  if (handles.length === 0) return { added: [], refused };
  useWorkspace.getState().setJob({ label: i18next.t('sources:job.reading', { count: handles.length }) });
  const read = await call('sources.add', { files: handles });
  return { added: read.added, refused: [...refused, ...read.refused] };
}

function tell(result: IntakeResult): void {
  const fresh = result.added.filter((source) => source.duplicateOf === null);
  const [only] = fresh;
  if (
    fresh.length === 1 &&
    result.added.length === 1 &&
    result.refused.length === 0 &&
    only !== undefined &&
    only.warnings.length + only.dropped.length === 0
  ) {
    const { notify, select, openView } = useWorkspace.getState();
    select({ type: 'source', id: only.id });
    notify({
      tone: 'info',
      text: i18next.t('sources:addedOne', { title: only.title, count: only.figuresFound }),
      action: { label: i18next.t('sources:read'), run: () => openView('reader', { sourceId: only.id }) },
    });
  } else useIntake.getState().setResult(result);
}

export async function bringIn(chosen: readonly File[]): Promise<void> {
  const files = chosen.filter(isOwn);
  const [first] = files;
  if (first === undefined) return;
  const { notify, setJob, openView } = useWorkspace.getState();
  if (files.length === 1 && isWorkbookFile(first)) return openWorkbookFile(first);
  if (files.some(isWorkbookFile)) return notify({ tone: 'error', text: i18next.t('workbook:file.alone') });
  if (cancelRunning !== undefined) return notify({ tone: 'error', text: i18next.t('sources:busy') });
  if (files.length > mostFiles) return notify({ tone: 'error', text: i18next.t('sources:tooMany', { most: mostFiles, count: files.length }) });
  const abort = new AbortController();
  cancelRunning = () => abort.abort();
  try {
    await ensureWorkbook(first);
    const result = await addAll(files, abort.signal);
    openView('sources');
    tell(result);
  } catch (error) {
    const { code, message } = error as AppError;
    notify({ tone: code === 'cancelled' ? 'info' : 'error', text: code === 'cancelled' ? i18next.t('sources:cancelled') : message });
  } finally {
    cancelRunning = undefined;
    setJob(undefined);
  }
}
