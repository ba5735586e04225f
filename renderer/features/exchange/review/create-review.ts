// A file that is taken in after a review: what it comes to, and the answers given so far. They stay for as long as the workbook
// is open, by the name of the file, whether the view is open or not. A merge and an edited spreadsheet are reviewed alike.
import i18next from 'i18next';
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { AppError } from '../../../../shared/errors.ts';
import { call, chooseOneFile, createHeldFile, errorWords, notify, onChange, startWork, useWorkspace } from '../../../bridge/index.ts';
import {
  answersTo,
  type Given,
  type GivenAnswers,
  type GivenLine,
  groupsOf,
  openAmong,
  type Question,
  type ReviewTake,
  sameForAll,
} from './questions.ts';

export type ReviewPhase = 'none' | 'reading' | 'asking' | 'finishing' | 'done' | 'already' | 'refused';

export interface ReviewState<R> {
  readonly phase: ReviewPhase;
  readonly file: File | undefined;
  readonly result: R | undefined;
  /** In words, where the file was refused. */
  readonly problem: string | undefined;
  readonly given: Readonly<Record<string, GivenAnswers>>;
  /** Place of the question that is looked at, in the order shown. */
  readonly at: number;
  /** Number of the edit that took it in. */
  readonly edit: number | undefined;
}

export interface ReviewSpec<R> {
  /** Of the view that shows it, and of its words in the catalogue. */
  readonly name: 'merge' | 'apply';
  /** Extension of the files that it takes. */
  readonly accept: string;
  preview(handle: string, answers: readonly GivenLine[]): Promise<R>;
  finish(handle: string, answers: readonly GivenLine[]): Promise<R>;
  questionsOf(result: R): readonly Question[];
  /** There is nothing to take in. */
  isNothing(result: R): boolean;
}

/** What the parts of a review need of it. */
export interface Review<R> {
  readonly name: ReviewSpec<R>['name'];
  readonly useReview: UseBoundStore<StoreApi<ReviewState<R>>>;
  questionsIn(state: ReviewState<R>): readonly Question[];
  givenIn(state: ReviewState<R>): GivenAnswers;
  choose(): void;
  /** Never rejects: why a file was refused stands in the view. */
  take(file: File): Promise<void>;
  /** Back to the empty view; the answers stay. */
  leave(): Promise<void>;
  read(options?: { readonly keepsShown?: boolean }): Promise<void>;
  goTo(at: number): void;
  step(by: number): void;
  /** Nothing happens where the question does not take such an answer. */
  answer(question: Question, given: Given): void;
  /** Then goes on to the next question that is open. */
  answerAndGoOn(question: Question, take: ReviewTake): void;
  answerGroup(question: Question): void;
  /** What was refused is told; then the questions are read again, for answers may bring up others. */
  finish(): Promise<void>;
  /** Takes it back; the review comes again with the answers that were given. */
  undo(): Promise<void>;
}

const nothing = {
  phase: 'none',
  file: undefined,
  result: undefined,
  problem: undefined,
  given: {},
  at: 0,
  edit: undefined,
} as const;

const none: GivenAnswers = {};

const isOpen = (error: unknown): boolean => error instanceof AppError && (error.key === 'merge.open' || error.key === 'exchange.openConflicts');

export function createReview<R>({ name, accept, preview, finish, questionsOf, isNothing }: ReviewSpec<R>): Review<R> {
  const useReview = create<ReviewState<R>>()(() => nothing);

  const held = createHeldFile((file) => i18next.t('exchange:merge.handing', { name: file }));
  const state = (): ReviewState<R> => useReview.getState();
  const set = (next: Partial<ReviewState<R>>): void => useReview.setState(next);
  function givenIn({ given, file }: ReviewState<R>): GivenAnswers {
    return given[file?.name ?? ''] ?? none;
  }

  function questionsIn({ result }: ReviewState<R>): readonly Question[] {
    return groupsOf(result === undefined ? [] : questionsOf(result)).flatMap(({ questions }) => questions);
  }

  function choose(): void {
    chooseOneFile(accept, (file) => void take(file));
  }

  async function take(file: File): Promise<void> {
    if (state().phase === 'finishing') return;
    await held.giveUp();
    useReview.setState({ ...nothing, given: state().given, file, phase: 'reading' });
    useWorkspace.getState().openView(name);
    await read();
  }

  async function leave(): Promise<void> {
    await held.giveUp();
    useReview.setState({ ...nothing, given: state().given });
  }

  async function read({ keepsShown = false }: { keepsShown?: boolean } = {}): Promise<void> {
    const { file } = state();
    if (file === undefined) return;
    if (!keepsShown) set({ phase: 'reading', problem: undefined });
    const lookedAt = keepsShown ? questionsIn(state())[state().at]?.id : undefined;
    try {
      const result = await lookAt(file, []);
      if (state().file !== file || state().phase === 'finishing') return;
      set({ result, phase: isNothing(result) ? 'already' : 'asking' });
      const at = questionsIn(state()).findIndex(({ id }) => id === lookedAt);
      goTo(at < 0 ? firstOpen() : at);
    } catch (error) {
      if (state().file === file) refuse(error);
    }
  }

  function refuse(error: unknown): void {
    if (error instanceof AppError && error.code === 'cancelled') useReview.setState({ ...nothing, given: state().given });
    else set({ phase: 'refused', problem: errorWords(error) });
  }

  async function lookAt(file: File, answers: readonly GivenLine[]): Promise<R> {
    const work = startWork({ label: i18next.t(`exchange:${name}.reading`, { name: file.name }) });
    try {
      return await held.ask(file, (handle) => preview(handle, answers));
    } finally {
      work.end();
    }
  }

  function goTo(at: number): void {
    set({ at: Math.min(Math.max(at, 0), Math.max(0, questionsIn(state()).length - 1)) });
  }

  function step(by: number): void {
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

  function answer(question: Question, given: Given): void {
    if (state().phase === 'asking' && question.answers.includes(given.take)) give({ ...givenIn(state()), [question.id]: given });
  }

  function answerAndGoOn(question: Question, take: ReviewTake): void {
    if (!question.answers.includes(take)) return;
    answer(question, { take });
    const questions = questionsIn(state());
    const given = givenIn(state());
    const { at } = state();
    const later = questions.findIndex((one, index) => index > at && openAmong([one], given).length > 0);
    if (later >= 0) goTo(later);
  }

  function answerGroup(question: Question): void {
    const take = givenIn(state())[question.id]?.take;
    const group = groupsOf(questionsIn(state())).find(({ kind }) => kind === question.kind);
    if (take !== undefined && take !== 'value' && group !== undefined) give(sameForAll(group, take, givenIn(state())));
  }

  async function finishReview(): Promise<void> {
    const { file, phase } = state();
    const questions = questionsIn(state());
    const given = givenIn(state());
    if (file === undefined || phase !== 'asking' || openAmong(questions, given).length > 0) return;
    set({ phase: 'finishing' });
    const work = startWork({ label: i18next.t(`exchange:${name}.finishing`, { name: file.name }) });
    const answers = answersTo(questions, given);
    try {
      const result = await held.ask(file, (handle) => finish(handle, answers));
      held.forget();
      const { undo } = await call('history.state', {});
      set({ result, phase: 'done', edit: undo?.seq });
    } catch (error) {
      notify({ tone: 'error', text: errorWords(error) });
      await askAgain(file, isOpen(error) ? answers : []);
    } finally {
      work.end();
    }
  }

  async function askAgain(file: File, answers: readonly GivenLine[]): Promise<void> {
    try {
      set({ result: await lookAt(file, answers), phase: 'asking' });
      goTo(firstOpen());
    } catch (error) {
      refuse(error);
    }
  }

  async function undo(): Promise<void> {
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
    if (isReadingAgain || (phase !== 'asking' && phase !== 'done' && phase !== 'already')) return;
    isReadingAgain = true;
    try {
      if (phase === 'done') {
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
    if (event.type === 'workbook.opened' || event.type === 'workbook.closed') {
      held.forget();
      useReview.setState(nothing);
    }
    if (event.type === 'workbook.changed') void followWorkbook();
  });

  return {
    name,
    useReview,
    questionsIn,
    givenIn,
    choose,
    take,
    leave,
    read,
    goTo,
    step,
    answer,
    answerAndGoOn,
    answerGroup,
    finish: finishReview,
    undo,
  };
}
