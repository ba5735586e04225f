// The merge that is looked at: the file, what it comes to, and the answers given so far. They stay for as long as the workbook
// is open, by the name of the file, whether the view is open or not.
import i18next from 'i18next';
import { create } from 'zustand';
import { AppError } from '../../../../shared/errors.ts';
import type { Answer, MergeResult, Take } from '../../../../shared/features/exchange/merge.ts';
import { call, chooseOneFile, errorWords, notify, onChange, startWork, uploadFile, useWorkspace } from '../../../bridge/index.ts';
import { answersTo, type Given, type GivenAnswers, groupsOf, openAmong, type Question, sameForAll } from './questions.ts';

export type MergePhase = 'none' | 'reading' | 'asking' | 'merging' | 'merged' | 'already' | 'refused';

export interface MergeState {
  readonly phase: MergePhase;
  readonly file: File | undefined;
  readonly handle: string | undefined;
  readonly result: MergeResult | undefined;
  /** In words, where the file was refused. */
  readonly problem: string | undefined;
  readonly given: Readonly<Record<string, GivenAnswers>>;
  /** Place of the question that is looked at, in the order shown. */
  readonly at: number;
  /** Number of the edit that merged. */
  readonly edit: number | undefined;
}

const nothing: MergeState = {
  phase: 'none',
  file: undefined,
  handle: undefined,
  result: undefined,
  problem: undefined,
  given: {},
  at: 0,
  edit: undefined,
};

export const useMerge = create<MergeState>()(() => nothing);

const state = (): MergeState => useMerge.getState();
const set = (next: Partial<MergeState>): void => useMerge.setState(next);
const none: GivenAnswers = {};

export function givenIn({ given, file }: MergeState): GivenAnswers {
  return given[file?.name ?? ''] ?? none;
}

export function questionsIn({ result }: MergeState): readonly Question[] {
  return groupsOf(result?.conflicts ?? []).flatMap(({ questions }) => questions);
}

export function chooseTheirs(): void {
  chooseOneFile('.assay', (file) => void takeTheirs(file));
}

/** Never rejects: why a file was refused stands in the view. */
export async function takeTheirs(file: File): Promise<void> {
  if (state().phase === 'merging') return;
  await giveUp();
  useMerge.setState({ ...nothing, given: state().given, file, phase: 'reading' });
  useWorkspace.getState().openView('merge');
  await read();
}

/** Back to the empty view; the answers stay. */
export async function leave(): Promise<void> {
  await giveUp();
  useMerge.setState({ ...nothing, given: state().given });
}

async function giveUp(): Promise<void> {
  const { handle } = state();
  set({ handle: undefined });
  if (handle !== undefined) await call('host.dropUpload', { handle }).catch(() => undefined);
}

export async function read({ keepsShown = false }: { keepsShown?: boolean } = {}): Promise<void> {
  const { file } = state();
  if (file === undefined) return;
  if (!keepsShown) set({ phase: 'reading', problem: undefined });
  const lookedAt = keepsShown ? questionsIn(state())[state().at]?.id : undefined;
  try {
    const result = await lookAt(file, []);
    if (state().file !== file || state().phase === 'merging') return;
    set({ result, phase: result.already ? 'already' : 'asking' });
    const at = questionsIn(state()).findIndex(({ id }) => id === lookedAt);
    goTo(at < 0 ? firstOpen() : at);
  } catch (error) {
    if (state().file === file) refuse(error);
  }
}

function refuse(error: unknown): void {
  if (error instanceof AppError && error.code === 'cancelled') useMerge.setState({ ...nothing, given: state().given });
  else set({ phase: 'refused', problem: errorWords(error) });
}

async function lookAt(file: File, answers: Answer[]): Promise<MergeResult> {
  const work = startWork({ label: i18next.t('exchange:merge.reading', { name: file.name }) });
  try {
    return await withHandle(file, (theirs) => call('exchange.previewMerge', { theirs, answers }));
  } finally {
    work.end();
  }
}

/** What was handed over is forgotten after a while: then it is handed over again. */
async function withHandle<T>(file: File, ask: (handle: string) => Promise<T>): Promise<T> {
  const { handle } = state();
  if (handle === undefined) return ask(await handOver(file));
  try {
    return await ask(handle);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    return ask(await handOver(file));
  }
}

async function handOver(file: File): Promise<string> {
  const abort = new AbortController();
  const work = startWork({ label: i18next.t('exchange:merge.handing', { name: file.name }), share: 0, cancel: () => abort.abort() });
  try {
    const handle = await uploadFile(file, { signal: abort.signal, onProgress: (share) => work.show({ share }) });
    set({ handle });
    return handle;
  } finally {
    work.end();
  }
}

export function goTo(at: number): void {
  set({ at: Math.min(Math.max(at, 0), Math.max(0, questionsIn(state()).length - 1)) });
}

export function step(by: number): void {
  goTo(state().at + by);
}

function firstOpen(): number {
  const questions = questionsIn(state());
  const [open] = openAmong(questions, givenIn(state()));
  return open === undefined ? 0 : questions.indexOf(open);
}

function give(answers: GivenAnswers): void {
  const { file, given } = state();
  if (file !== undefined) set({ given: { ...given, [file.name]: answers } });
}

/** Nothing happens where the question does not take such an answer. */
export function answer(question: Question, given: Given): void {
  if (state().phase === 'asking' && question.answers.includes(given.take)) give({ ...givenIn(state()), [question.id]: given });
}

/** Then goes on to the next question that is open. */
export function answerAndGoOn(question: Question, take: Take): void {
  if (!question.answers.includes(take)) return;
  answer(question, { take });
  const questions = questionsIn(state());
  const given = givenIn(state());
  const { at } = state();
  const later = questions.findIndex((one, index) => index > at && openAmong([one], given).length > 0);
  if (later >= 0) goTo(later);
}

export function answerGroup(question: Question): void {
  const take = givenIn(state())[question.id]?.take;
  const group = groupsOf(state().result?.conflicts ?? []).find(({ kind }) => kind === question.kind);
  if (take !== undefined && take !== 'value' && group !== undefined) give(sameForAll(group, take, givenIn(state())));
}

/** What was refused is told; then the questions are read again, for answers may bring up others. */
export async function mergeTheirs(): Promise<void> {
  const { file, phase } = state();
  const questions = questionsIn(state());
  const given = givenIn(state());
  if (file === undefined || phase !== 'asking' || openAmong(questions, given).length > 0) return;
  set({ phase: 'merging' });
  const work = startWork({ label: i18next.t('exchange:merge.merging', { name: file.name }) });
  const answers = answersTo(questions, given);
  try {
    const result = await withHandle(file, (theirs) => call('exchange.merge', { theirs, answers }));
    const { undo } = await call('history.state', {});
    set({ result, phase: 'merged', handle: undefined, edit: undo?.seq });
  } catch (error) {
    notify({ tone: 'error', text: errorWords(error) });
    await askAgain(file, isOpen(error) ? answers : []);
  } finally {
    work.end();
  }
}

const isOpen = (error: unknown): boolean => error instanceof AppError && error.key === 'merge.open';

async function askAgain(file: File, answers: Answer[]): Promise<void> {
  try {
    set({ result: await lookAt(file, answers), phase: 'asking' });
    goTo(firstOpen());
  } catch (error) {
    refuse(error);
  }
}

/** Takes the merge back; the review comes again with the answers that were given. */
export async function undoMerge(): Promise<void> {
  try {
    const { undo } = await call('history.state', {});
    if (undo?.seq === state().edit) await call('history.undo', {});
  } catch (error) {
    notify({ tone: 'error', text: errorWords(error) });
  }
}

let isReadingAgain = false;

/** The workbook changed meanwhile: by an edit that the questions may rest on, or the merge itself was undone elsewhere. */
async function followWorkbook(): Promise<void> {
  const { phase, edit } = state();
  if (isReadingAgain || (phase !== 'asking' && phase !== 'merged' && phase !== 'already')) return;
  isReadingAgain = true;
  try {
    if (phase === 'merged') {
      const { redo } = await call('history.state', {});
      if (edit === undefined || redo?.seq !== edit) return;
    }
    await read({ keepsShown: phase === 'asking' });
  } catch {
    // The next change tries again; what is shown is still what was read.
  } finally {
    isReadingAgain = false;
  }
}

onChange((event) => {
  if (event.type === 'workbook.opened' || event.type === 'workbook.closed') useMerge.setState(nothing);
  if (event.type === 'workbook.changed') void followWorkbook();
});
