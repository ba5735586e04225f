// The first screen: begin a workbook, open one, or look at the sample; and how a figure gets into Assay.

import type { Icon } from '@tabler/icons-react';
import {
  IconFileImport,
  IconFilePlus,
  IconFileSearch,
  IconFlask,
  IconFolderOpen,
  IconLock,
  IconNumber123,
  IconScale,
  IconTimelineEvent,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { notifyFailure, useCall } from '../../bridge/index.ts';
import { addCommands } from '../../ui/commands.ts';
import { Kbd, Logo } from '../../ui/index.ts';
import { chooseWorkbook } from './choose-workbook.ts';
import { Doors } from './Doors.tsx';
import { nameWorkbook } from './naming.ts';
import { RecentWorkbooks } from './RecentWorkbooks.tsx';
import { openSampleWithTour } from './tour/take-tour.ts';
import { useStartKeys } from './use-start-keys.ts';
import './start.css';

interface ActionProps {
  readonly icon: Icon;
  readonly title: string;
  readonly does: string;
  readonly keys?: string;
  readonly isPrimary?: boolean;
  readonly isDisabled?: boolean;
  onRun(): void;
}

function StartAction({ icon: ActionIcon, title, does, keys, isPrimary = false, isDisabled = false, onRun }: ActionProps) {
  return (
    <button type="button" className="start-action" data-primary={isPrimary ? '' : undefined} disabled={isDisabled} onClick={onRun}>
      <ActionIcon size={20} stroke={1.6} aria-hidden />
      <span>
        <b>{title}</b>
        <em>{does}</em>
      </span>
      {keys === undefined ? null : <Kbd>{keys}</Kbd>}
    </button>
  );
}

function Step({ icon: StepIcon, title, children }: { icon: Icon; title: string; children: ReactNode }) {
  return (
    <li>
      <StepIcon size={20} stroke={1.6} aria-hidden />
      <b>{title}</b>
      <span>{children}</span>
    </li>
  );
}

function Steps() {
  const { t } = useTranslation('workbook');
  return (
    <section aria-labelledby="start-how">
      <h2 id="start-how">{t('how.title')}</h2>
      <ol className="start-steps">
        <Step icon={IconFileImport} title={t('how.bringIn.title')}>
          {t('how.bringIn.text')}
        </Step>
        <Step icon={IconNumber123} title={t('how.capture.title')}>
          <Trans t={t} i18nKey="how.capture.text" components={{ key: <kbd className="key" /> }} />
        </Step>
        <Step icon={IconScale} title={t('how.reconcile.title')}>
          {t('how.reconcile.text')}
        </Step>
        <Step icon={IconTimelineEvent} title={t('how.see.title')}>
          {t('how.see.text')}
        </Step>
      </ol>
    </section>
  );
}

/** What can be begun here, ahead of the other commands. */
function useStartCommands(actions: { onSample(): void }): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(
    () =>
      addCommands(
        [
          { id: 'start.new', titleKey: 'workbook:new.title', shortcut: 'N', worksOnStart: true, run: nameWorkbook },
          { id: 'start.sample', titleKey: 'workbook:sample.title', worksOnStart: true, run: () => latest.current.onSample() },
        ],
        'first',
      ),
    [],
  );
}

export function StartView() {
  const { t } = useTranslation('workbook');
  const list = useCall('library.list', {});
  const [isMaking, setMaking] = useState(false);
  /** A sample that was opened before is opened again, with what was done in it. */
  async function openSample(): Promise<void> {
    setMaking(true);
    await openSampleWithTour()
      .catch(notifyFailure)
      .finally(() => setMaking(false));
  }
  const isFirst = list.data?.workbooks.length === 0;
  const recent = useRef<HTMLDivElement>(null);
  const focusRecent = (): void => recent.current?.querySelector<HTMLElement>('button')?.focus();
  useStartCommands({ onSample: () => void openSample() });
  useStartKeys({ onNew: nameWorkbook, onOpen: focusRecent });
  return (
    <main className="start">
      <div className="start-side">
        <header>
          <Logo size={36} />
          <div>
            <h1>{t('name')}</h1>
            <p>{t('promise')}</p>
          </div>
        </header>
        <div className="start-actions">
          <StartAction icon={IconFilePlus} title={t('new.title')} does={t('new.does')} keys="N" isPrimary onRun={nameWorkbook} />
          {isFirst ? null : (
            <>
              <StartAction icon={IconFolderOpen} title={t('open.title')} does={t('open.does')} keys="O" onRun={focusRecent} />
              <StartAction icon={IconFileSearch} title={t('file.title')} does={t('file.does')} onRun={chooseWorkbook} />
              <StartAction
                icon={IconFlask}
                title={t('sample.title')}
                does={t(isMaking ? 'sample.running' : 'sample.does')}
                isDisabled={isMaking}
                onRun={() => void openSample()}
              />
            </>
          )}
          <p className="start-drop">{t('drop')}</p>
        </div>
        <p className="start-offline">
          <IconLock size={14} aria-hidden />
          {t('offline')}
        </p>
      </div>
      <div className="start-main" ref={recent}>
        {isFirst ? <Doors isMaking={isMaking} onSample={() => void openSample()} /> : <RecentWorkbooks />}
        <Steps />
      </div>
    </main>
  );
}
