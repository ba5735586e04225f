// What the dialogs of bringing in show.
import { create } from 'zustand';
import type { Output } from '../../../shared/contract.ts';

export type AddedSource = Output<'sources.add'>['added'][number];
export type RefusedFile = Output<'sources.add'>['refused'][number];

export interface IntakeResult {
  readonly added: readonly AddedSource[];
  readonly refused: readonly RefusedFile[];
  /** Files not read because of a cancel. */
  readonly cancelled: number;
  /** Files that belong to saved pages and are no sources of their own. */
  readonly parts: number;
}

/** A file that was handed over and waits for the user's word. */
export interface WaitingFile {
  readonly handle: string;
  readonly name: string;
}

interface Intake {
  readonly result: IntakeResult | undefined;
  readonly waiting: WaitingFile | undefined;
  readonly isPasting: boolean;
  /** Text that the dialog of pasting begins with. */
  readonly pasted: string;
  set(state: Partial<Pick<Intake, 'result' | 'waiting' | 'isPasting' | 'pasted'>>): void;
}

export const useIntake = create<Intake>()((set) => ({
  result: undefined,
  waiting: undefined,
  isPasting: false,
  pasted: '',
  set,
}));
