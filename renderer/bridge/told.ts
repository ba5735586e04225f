// Work on a file that the user picks, and one sentence on what became of it.

import { AppError } from '../../shared/errors.ts';
import { errorWords } from './words.ts';
import { notify } from './workspace.ts';

/** Runs the work and tells the sentence that it ends with, or why it failed. */
export async function told(work: () => Promise<string>): Promise<void> {
  try {
    notify({ tone: 'info', text: await work() });
  } catch (error) {
    notifyFailure(error);
  }
}

/** What the user cancelled is no failure. */
export function notifyFailure(error: unknown): void {
  const isCancelled = error instanceof AppError && error.code === 'cancelled';
  notify({ tone: isCancelled ? 'info' : 'error', text: errorWords(error) });
}

/** Asks for one file; `accept` as in HTML. Nothing happens where none is chosen. */
export function chooseOneFile(accept: string, take: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) take(file);
  });
  input.click();
}
