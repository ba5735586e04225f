// One Assay at a time: a second start hands its file to the first and ends.
import type { App } from 'electron';

export interface InstanceOptions {
  readonly app: Pick<App, 'requestSingleInstanceLock' | 'on'>;
  /** A file that was to be opened, or none: then only the window is wanted. */
  onHandedOver(path: string | null): void;
}

/** Whether this is the first one. */
export function isFirst({ app, onHandedOver }: InstanceOptions, path: string | null): boolean {
  if (!app.requestSingleInstanceLock({ path })) return false;
  app.on('second-instance', (_event, _words, _folder, given) => onHandedOver(pathIn(given)));
  // As the system of a Mac hands a file over.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    onHandedOver(file);
  });
  return true;
}

/** What another process says is looked at first. */
function pathIn(given: unknown): string | null {
  const path = typeof given === 'object' && given !== null && 'path' in given ? given.path : null;
  return typeof path === 'string' && isWorkbookName(path) ? path : null;
}

export function isWorkbookName(word: string): boolean {
  return /\.assay$/i.test(word) && !word.includes('\0') && !word.startsWith('-');
}
