// What is typed and stored nowhere yet, read from the page itself, so that no editor can forget to say so. An editor is a form,
// a dialog or what is marked `data-editor`; it holds something when its fields say something else than before the user first
// did anything in it. Fields marked `data-passing` find or filter; a form marked `data-draft` keeps its words by itself; one
// marked `data-editor="on-leave"` stores its words as soon as it is left.
import { create } from 'zustand';
import { useSaving } from './saving.ts';

const editors = 'form, [role="dialog"][aria-modal="true"], [data-editor]';
const passing = '[data-passing], [data-draft], [role="search"], [role="toolbar"]';
const fields = 'input, textarea, select';
const wordless = ['hidden', 'search', 'checkbox', 'radio', 'file', 'button', 'submit'];
const cellEditor = '.grid-host[data-editing] :is(.ag-cell-inline-editing, .ag-popup-editor) :is(input, textarea, select)';

export interface Unsaved {
  /** What was typed, if it is words. */
  readonly words: string;
  readonly element: HTMLElement;
}

const before = new WeakMap<Element, readonly string[]>();
const touched = new Set<Element>();

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function textsOf(editor: Element): readonly string[] {
  const typed = [...editor.querySelectorAll<Field>(fields)]
    .filter((field) => !wordless.includes(field.type) && field.closest(passing) === null)
    .map(({ value }) => value);
  const chosen = isStoredOnLeave(editor) ? [] : [...editor.querySelectorAll('.mantine-Pill-label')].map((pill) => pill.textContent ?? '');
  return [...typed, ...chosen].filter((text) => text !== '');
}

function editorOf(target: EventTarget | null): Element | undefined {
  if (!(target instanceof Element) || target.closest(passing) !== null) return undefined;
  return target.closest(editors) ?? undefined;
}

function noteFirst({ target }: Event): void {
  const editor = editorOf(target);
  if (editor === undefined || before.has(editor)) return;
  before.set(editor, textsOf(editor));
  touched.add(editor);
}

/** What an editor holds has been stored: from here on it counts anew. */
export function forgetTyped(editor: Element | null | undefined): void {
  if (editor == null) return;
  before.delete(editor);
  touched.delete(editor);
}

/** Text that is in one list more often than in the other. */
function added(now: readonly string[], then: readonly string[]): readonly string[] {
  const rest = [...then];
  return now.filter((text) => {
    const at = rest.indexOf(text);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function inEditors(scope: Element): Unsaved[] {
  return [...touched].flatMap((editor) => {
    if (!editor.isConnected) {
      touched.delete(editor);
      return [];
    }
    if (!scope.contains(editor) || (isStoredOnLeave(editor) && !editor.contains(document.activeElement))) return [];
    const [now, then] = [textsOf(editor), before.get(editor) ?? []];
    const news = added(now, then);
    return news.length === 0 && added(then, now).length === 0 ? [] : [{ words: news[0] ?? '', element: editor as HTMLElement }];
  });
}

function isStoredOnLeave(editor: Element): boolean {
  return editor.getAttribute('data-editor') === 'on-leave';
}

/** Cells that are being edited, and those that were refused and keep what was typed. */
function inCells(scope: Element): Unsaved[] {
  const open = [...scope.querySelectorAll<Field>(cellEditor)]
    .filter((field) => field.value !== field.closest<HTMLElement>('.grid-host')?.dataset['editing'])
    .map((field) => ({ words: field.value, element: field }));
  const refused = [...scope.querySelectorAll<HTMLElement>('.grid-host[data-refused]')].map((grid) => ({
    words: grid.dataset['refused'] ?? '',
    element: grid,
  }));
  return [...open, ...refused];
}

export function unsavedIn(scope: Element = document.body): readonly Unsaved[] {
  return [...inCells(scope), ...inEditors(scope)];
}

interface Question {
  readonly unsaved: readonly Unsaved[];
  answer(leaves: boolean): void;
}

export const useLeaving = create<{ readonly question: Question | undefined }>()(() => ({ question: undefined }));

/** Whether a part of the page may go: at once where nothing in it is unsaved, else as the user answers. */
export async function mayLeave(scope: Element = document.body): Promise<boolean> {
  await whenStored(scope);
  if (useLeaving.getState().question !== undefined) return false;
  const unsaved = unsavedIn(scope);
  if (unsaved.length === 0) return true;
  const leaves = await new Promise<boolean>((answer) => useLeaving.setState({ question: { unsaved, answer } }));
  useLeaving.setState({ question: undefined });
  if (leaves) for (const { element } of unsaved) forgetTyped(element);
  return leaves;
}

const isSending = (scope: Element): boolean => scope.querySelector('.grid-host[data-sending]') !== null;

/** What was just sent off from a cell may still be refused. */
function whenStored(scope: Element): Promise<void> {
  if (!isSending(scope)) return Promise.resolve();
  return new Promise((resolve) => {
    const watcher = new MutationObserver(() => {
      if (isSending(scope)) return;
      watcher.disconnect();
      resolve();
    });
    watcher.observe(scope, { subtree: true, attributeFilter: ['data-sending'] });
  });
}

/** Watches the page from its start; the window asks before it closes over something unsaved. */
export function watchTyping(): void {
  for (const type of ['beforeinput', 'keydown', 'pointerdown']) window.addEventListener(type, noteFirst, { capture: true });
  // What is stored when it is left, or by Enter, counts anew from there.
  window.addEventListener('change', ({ target }) => {
    const editor = editorOf(target);
    if (editor !== undefined && isStoredOnLeave(editor)) forgetTyped(editor);
  });
  window.addEventListener('beforeunload', (event) => {
    if (unsavedIn().length > 0 || isSending(document.body) || useSaving.getState().running > 0) event.preventDefault();
  });
}
