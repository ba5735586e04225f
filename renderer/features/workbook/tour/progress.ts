// How far the tour has come in a workbook. It is kept on this computer, so that a tour that was left or broken off goes on.
import { create } from 'zustand';
import { call } from '../../../bridge/index.ts';
import { type Facts, type StepName, stepNames } from './steps.ts';

export interface Progress {
  readonly step: StepName | 'finished';
  /** What was so when the step began; undefined until it is known. */
  readonly before: Facts | undefined;
  readonly isLeft: boolean;
}

interface TourState {
  readonly workbookId: string | undefined;
  readonly progress: Progress | undefined;
}

export const useTour = create<TourState>()(() => ({ workbookId: undefined, progress: undefined }));

const keyOf = (workbookId: string) => `tour:${workbookId}`;

/** Read once for each workbook that is opened; one that is begun meanwhile counts. */
export function readProgress(workbookId: string): Promise<void> {
  if (read?.workbookId !== workbookId) read = { workbookId, done: readKept(workbookId) };
  return read.done;
}

let read: { readonly workbookId: string; readonly done: Promise<void> } | undefined;

async function readKept(workbookId: string): Promise<void> {
  if (useTour.getState().workbookId !== workbookId) useTour.setState({ workbookId, progress: undefined });
  const { values } = await call('settings.get', { keys: [keyOf(workbookId)] });
  const kept = parsed(values[keyOf(workbookId)] ?? null);
  useTour.setState((state) => (state.workbookId === workbookId && state.progress === undefined ? { progress: kept } : {}));
}

export function keepProgress(workbookId: string, progress: Progress | undefined): void {
  useTour.setState({ workbookId, progress });
  const value = progress === undefined ? null : JSON.stringify(progress);
  void call('settings.set', { key: keyOf(workbookId), value }).catch(() => undefined);
}

export function beginTour(workbookId: string): void {
  keepProgress(workbookId, { step: stepNames[0], before: undefined, isLeft: false });
}

/** The step after one; what is so now is where it begins. */
export function stepAfter(step: StepName, now: Facts): Progress {
  return { step: stepNames[stepNames.indexOf(step) + 1] ?? 'finished', before: now, isLeft: false };
}

function parsed(text: string | null): Progress | undefined {
  try {
    const kept = JSON.parse(text ?? 'null') as Progress | null;
    return kept !== null && [...stepNames, 'finished'].includes(kept.step) ? kept : undefined;
  } catch {
    return undefined;
  }
}
