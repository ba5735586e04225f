// Long work under way, of the core and of this window: one line where there is one, a list to open where there are several.
import { Popover } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobState } from '../../../shared/features/host/contract.ts';
import { call, notifyFailure, useCall, useWindowWork, type WindowWork, words } from '../../bridge/index.ts';

/** Work that is over before it could be read about is not shown. */
const worthShowingMs = 250;

function useWorkOfCore(): readonly WindowWork[] {
  const { t, i18n } = useTranslation('app');
  const jobs = useCall('host.jobs', {}).data?.jobs ?? [];
  return jobs.map((job) => ({
    id: job.id,
    label: words(job.label),
    share: job.total === 0 ? 0 : (job.done + (job.share ?? 0)) / job.total,
    detail: detailOf(job),
    cancel: () => void call('host.cancelJob', { id: job.id }).catch(notifyFailure),
  }));

  function detailOf({ done, total, what, share }: JobState): string {
    const count = total < 2 ? '' : t('jobs.of', { done: Math.min(done + 1, total), total });
    const part = share === null ? '' : new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share);
    return [count, what, part].filter((text) => text !== '').join(' · ');
  }
}

/** Keeps out what comes and goes within a moment. */
function useWorthShowing(works: readonly WindowWork[]): readonly WindowWork[] {
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const ids = works.map((work) => work.id).join(' ');
  useEffect(() => {
    const timer = setTimeout(() => setShown(new Set(ids.split(' '))), worthShowingMs);
    return () => clearTimeout(timer);
  }, [ids]);
  return works.filter((work) => shown.has(work.id));
}

function WorkLine({ work: { label, share, detail, cancel } }: { work: WindowWork }) {
  const { t } = useTranslation('app');
  const [isCancelled, setCancelled] = useState(false);
  return (
    <>
      <span className="job-label" title={label}>
        {label}
      </span>
      <progress max={1} value={share} aria-label={label} />
      <span className="job-detail" title={detail}>
        {detail}
      </span>
      {cancel === undefined ? null : (
        <button
          type="button"
          className="link-button"
          aria-label={t('jobs.cancel', { label })}
          disabled={isCancelled}
          onClick={() => {
            setCancelled(true);
            cancel();
          }}
        >
          {t(isCancelled ? 'jobs.cancelling' : 'cancel')}
        </button>
      )}
    </>
  );
}

function WorkList({ works }: { works: readonly WindowWork[] }) {
  const { t } = useTranslation('app');
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-end" shadow="md" returnFocus width={420}>
      <Popover.Target>
        <button type="button" className="status-part status-jobs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('jobs.running', { count: works.length })}
          <progress max={1} value={shareOfAll(works)} aria-label={t('jobs.title')} />
          <IconChevronUp size={12} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown className="job-list" aria-label={t('jobs.title')}>
        <ul>
          {works.map((work) => (
            <li key={work.id}>
              <WorkLine work={work} />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Undefined where the length of one is not known. */
function shareOfAll(works: readonly WindowWork[]): number | undefined {
  const shares = works.map((work) => work.share);
  return shares.every((share) => share !== undefined) ? shares.reduce((sum, share) => sum + share, 0) / shares.length : undefined;
}

export function Jobs() {
  const ofCore = useWorkOfCore();
  const ofWindow = useWindowWork((state) => state.works);
  const works = useWorthShowing([...ofWindow, ...ofCore]);
  const [only] = works;
  return (
    <>
      <span className="visually-hidden" role="status">
        {works.map((work) => work.label).join(', ')}
      </span>
      {only === undefined ? null : works.length > 1 ? (
        <WorkList works={works} />
      ) : (
        <span className="status-part status-job">
          <WorkLine key={only.id} work={only} />
        </span>
      )}
    </>
  );
}
