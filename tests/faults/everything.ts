import type { App } from '../../electron/core/app.ts';

/** All user data as the app shows it. */
export async function everything(app: App): Promise<string> {
  const { rows } = await app.ask('sources.window', { count: 500 });
  const texts = await Promise.all(rows.map((row) => app.ask('sources.text', { id: row.id })));
  const windows = await Promise.all((['figure', 'event', 'statement'] as const).map((kind) => app.ask('claims.window', { kind, count: 500 })));
  const { observations } = await app.ask('ledger.list', {});
  const { edits } = await app.ask('history.list', { limit: 1000 });
  const changes = await Promise.all(edits.map((edit) => app.ask('history.changes', { seq: edit.seq })));
  // Sort keys and content keys are derived and rebuilt: the order of a list is no user data, and a check tells of wrong ones.
  const inIdOrder = <T extends { readonly id: string }>(list: readonly T[]) =>
    list.toSorted((a, b) => a.id.localeCompare(b.id)).map((one) => ({ ...one, contentKey: undefined }));
  return JSON.stringify([
    inIdOrder(rows),
    texts.map((text) => text.text).toSorted(),
    windows.map((window) => inIdOrder(window.rows)),
    inIdOrder(observations),
    edits,
    changes,
  ]);
}
