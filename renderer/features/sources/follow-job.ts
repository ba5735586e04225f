// Shows long work of the core in the status bar for as long as it runs. Events say only that a job went on; how far it is
// is asked for.
import i18next from 'i18next';
import { call, onChange, useWorkspace } from '../../bridge/index.ts';

/** Most often that the state of a job is asked for, in milliseconds. */
const intervalMs = 150;

export function followJob(id: string, label: string): () => void {
  const cancel = (): void => void call('host.cancelJob', { id });
  let askedAt = 0;
  let hasEnded = false;
  async function show(): Promise<void> {
    const job = (await call('host.jobs', {})).jobs.find((one) => one.id === id);
    if (job === undefined || hasEnded) return;
    const of = i18next.t('sources:job.of', { done: job.done, total: job.total });
    const part = job.share === null ? '' : `${Math.round(100 * job.share)} %`;
    const detail = [of, job.what, part].filter((text) => text !== '').join(' · ');
    useWorkspace.getState().setJob({ label, share: job.total === 0 ? 0 : job.done / job.total, detail, cancel });
  }
  useWorkspace.getState().setJob({ label, cancel });
  const stop = onChange(({ type, job }) => {
    if (type !== 'job.progressed' || job !== id || Date.now() - askedAt < intervalMs) return;
    askedAt = Date.now();
    void show().catch(() => undefined);
  });
  return () => {
    hasEnded = true;
    stop();
  };
}
