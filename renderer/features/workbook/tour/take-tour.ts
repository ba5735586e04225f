// The tour is taken in the sample: it is opened, or made, wherever the tour is asked for.
import i18next from 'i18next';
import { call, mayLeave, notifyFailure, useWorkspace } from '../../../bridge/index.ts';
import { runCommand } from '../../../ui/commands.ts';
import { beginTour, keepProgress, readProgress, useTour } from './progress.ts';

/** Opens the sample as it was left, or makes it. @returns its id, and whether it is new. */
export async function openSample(): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const name = i18next.t('workbook:sample.name');
  const { workbooks } = await call('library.list', {});
  const held = workbooks.find((entry) => entry.name === name && !entry.isMissing);
  if (held?.isOpen === true) return { id: held.id, isNew: false };
  const { id } = held === undefined ? await call('library.create', { name, sample: true }) : await call('library.open', { id: held.id });
  useWorkspace.getState().reset();
  return { id, isNew: held === undefined };
}

async function takeOrGoOn(): Promise<void> {
  const { workbook } = await call('library.current', {});
  const isElsewhere = workbook !== null && workbook.name !== i18next.t('workbook:sample.name');
  if (isElsewhere && !(await mayLeave())) return;
  const { id } = await openSample();
  await readProgress(id);
  const { progress } = useTour.getState();
  if (progress === undefined || progress.step === 'finished') beginTour(id);
  else if (progress.isLeft) keepProgress(id, { ...progress, isLeft: false });
  else runCommand('tour.show');
}

/** Begins the tour, or goes on with it where it was left. */
export function takeTour(): void {
  void takeOrGoOn().catch(notifyFailure);
}

/** A sample that is made begins with its tour. */
export async function openSampleWithTour(): Promise<void> {
  const { id, isNew } = await openSample();
  if (isNew) beginTour(id);
}
