// The table that is being brought in: its file or source, how it is read, and what it comes to. It stays while the workbook is
// open, whether the view is open or not.
import i18next from 'i18next';
import { create } from 'zustand';
import type { Output } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Mapping } from '../../../shared/features/tables/mapping.ts';
import { call, chooseOneFile, createHeldFile, errorWords, notify, onChange, startWork, useWorkspace } from '../../bridge/index.ts';
import { type ColumnSpec, columnsFrom, specsOf } from './columns.ts';

export type ImportPhase = 'none' | 'reading' | 'looking' | 'importing' | 'imported' | 'refused';
type Preview = Output<'tables.preview'>;

export interface ImportState {
  readonly phase: ImportPhase;
  readonly file: File | undefined;
  readonly sourceId: string | undefined;
  readonly preview: Preview | undefined;
  /** As it was set last; what is shown may still be of the one before. */
  readonly mapping: Mapping | undefined;
  /** Letter of the column that is looked at. */
  readonly column: string | undefined;
  readonly isReadingAgain: boolean;
  readonly problem: string | undefined;
  readonly result: Output<'tables.import'> | undefined;
  readonly edit: number | undefined;
}

const nothing: ImportState = {
  phase: 'none',
  file: undefined,
  sourceId: undefined,
  preview: undefined,
  mapping: undefined,
  column: undefined,
  isReadingAgain: false,
  problem: undefined,
  result: undefined,
  edit: undefined,
};

export const useImport = create<ImportState>()(() => nothing);

const held = createHeldFile((name) => i18next.t('tables:handing', { name }));
const state = (): ImportState => useImport.getState();
const set = (next: Partial<ImportState>): void => useImport.setState(next);

/** Files that hold tables. */
const endings = '.csv,.tsv,.txt,.tab,.xlsx,.xlsm,.json';

export function chooseTable(): void {
  chooseOneFile(endings, (file) => void takeFile(file));
}

/** Never rejects: why a file was refused stands in the view. */
export async function takeFile(file: File): Promise<void> {
  if (state().phase === 'importing') return;
  await held.giveUp();
  useImport.setState({ ...nothing, file, phase: 'reading' });
  useWorkspace.getState().openView('table');
  await look(undefined);
}

/** The data set that a source is already. */
export async function takeSource(sourceId: string): Promise<void> {
  const { phase, sourceId: before } = state();
  if (phase === 'importing' || (before === sourceId && phase !== 'none')) return;
  await held.giveUp();
  useImport.setState({ ...nothing, sourceId, phase: 'reading' });
  await look(undefined);
}

export async function leave(): Promise<void> {
  await held.giveUp();
  useImport.setState(nothing);
}

export const nameOf = ({ file, preview }: Pick<ImportState, 'file' | 'preview'>): string => file?.name ?? preview?.name ?? '';

let asked = 0;

/** Reads the table, as it is mapped or as it is proposed. Only the last answer counts. */
export async function look(mapping: Mapping | undefined): Promise<void> {
  asked += 1;
  const ask = asked;
  set({ mapping, isReadingAgain: true });
  const work = startWork({ label: i18next.t('tables:reading', { name: nameOf(state()) }) });
  try {
    const preview = await withTable((table) => call('tables.preview', { ...table, ...(mapping === undefined ? {} : { mapping }) }));
    if (ask === asked) set({ preview, mapping: mapping ?? preview.mapping, phase: 'looking', problem: undefined });
  } catch (error) {
    if (ask === asked) refuse(error);
  } finally {
    work.end();
    if (ask === asked) set({ isReadingAgain: false });
  }
}

function refuse(error: unknown): void {
  if (error instanceof AppError && error.code === 'cancelled') useImport.setState(nothing);
  else if (state().phase === 'looking') set({ problem: errorWords(error) });
  else set({ phase: 'refused', problem: errorWords(error) });
}

type Table = { readonly file: string } | { readonly source: string };

function withTable<T>(ask: (table: Table) => Promise<T>): Promise<T> {
  const { file, sourceId } = state();
  return file === undefined ? ask({ source: sourceId ?? '' }) : held.ask(file, (handle) => ask({ file: handle }));
}

/** Another way to read the table; what it comes to is read anew. */
export function change(patch: Partial<Mapping>): void {
  const { mapping, phase } = state();
  if (mapping !== undefined && phase === 'looking') void look({ ...mapping, ...patch });
}

/** What a column says; undefined leaves it out. */
export function changeColumn(letter: string, spec: ColumnSpec | undefined): void {
  const { mapping, preview } = state();
  if (mapping === undefined) return;
  const { [letter]: _before, ...others } = specsOf(mapping.columns, preview?.heads ?? []);
  change({ columns: columnsFrom(spec === undefined ? others : { ...others, [letter]: spec }) });
}

export async function bringIn(): Promise<void> {
  const { phase, mapping, preview, isReadingAgain } = state();
  if (phase !== 'looking' || mapping === undefined || isReadingAgain || preview === undefined || preview.rows === 0) return;
  set({ phase: 'importing' });
  const work = startWork({ label: i18next.t('tables:bringing', { name: nameOf(state()) }) });
  try {
    const result = await withTable((table) => call('tables.import', { ...table, mapping }));
    held.forget();
    const { undo } = await call('history.state', {});
    set({ result, phase: 'imported', edit: undo?.seq });
  } catch (error) {
    notify({ tone: 'error', text: errorWords(error) });
    set({ phase: 'looking' });
  } finally {
    work.end();
  }
}

/** Takes the import back; the table can then be read otherwise. */
export async function undoImport(): Promise<void> {
  try {
    const { undo } = await call('history.state', {});
    if (undo === null || undo.seq !== state().edit) return;
    await call('history.undo', {});
    set({ result: undefined, edit: undefined, phase: 'looking' });
    await look(state().mapping);
  } catch (error) {
    notify({ tone: 'error', text: errorWords(error) });
  }
}

onChange((event) => {
  if (event.type !== 'workbook.opened' && event.type !== 'workbook.closed') return;
  held.forget();
  useImport.setState(nothing);
});
