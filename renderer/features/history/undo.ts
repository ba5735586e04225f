import i18next from 'i18next';
import { call, errorWords, notify, words } from '../../bridge/index.ts';

let running: Promise<void> = Promise.resolve();

/** One after the other: a second key press waits for the first to be kept. */
function afterLast(step: () => Promise<void>): Promise<void> {
  running = running.then(step).catch((error: unknown) => notify({ tone: 'error', text: errorWords(error) }));
  return running;
}

export function undo(): Promise<void> {
  return afterLast(async () => {
    const { undo: next } = await call('history.state', {});
    if (next === null) return;
    await call('history.undo', {});
    notify({
      tone: 'info',
      topic: 'edit',
      text: i18next.t('history:undone', { label: words(next.label) }),
      action: { label: i18next.t('history:redo'), run: () => void redo() },
    });
  });
}

export function redo(): Promise<void> {
  return afterLast(async () => {
    const { redo: next } = await call('history.state', {});
    if (next === null) return;
    await call('history.redo', {});
    notify({
      tone: 'info',
      topic: 'edit',
      text: i18next.t('history:redone', { label: words(next.label) }),
      action: { label: i18next.t('history:undo'), run: () => void undo() },
    });
  });
}
