// The tour stands in a strip above the views, where it covers nothing. It goes on by what the user did.
import { IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { notify, useCall, useWorkspace } from '../../../bridge/index.ts';
import { addCommands } from '../../../ui/commands.ts';
import { nameWorkbook } from '../naming.ts';
import { keepProgress, type Progress, readProgress, stepAfter, useTour } from './progress.ts';
import { type Facts, factsOfViews, type StepName, stepNames, steps } from './steps.ts';
import './tour.css';

export function TourStrip() {
  const id = useCall('library.current', {}).data?.workbook?.id;
  const { workbookId, progress } = useTour();
  useEffect(() => {
    if (id !== undefined) void readProgress(id).catch(() => undefined);
  }, [id]);
  if (id === undefined || workbookId !== id || progress === undefined || progress.isLeft) return null;
  return progress.step === 'finished' ? <Finished workbookId={id} /> : <Tour workbookId={id} progress={progress} step={progress.step} />;
}

interface TourProps {
  readonly workbookId: string;
  readonly progress: Progress;
  readonly step: StepName;
}

function Tour({ workbookId, progress, step }: TourProps) {
  const { t } = useTranslation('workbook');
  const facts = useFacts();
  const { before } = progress;
  useEffect(() => {
    if (facts === undefined) return;
    if (before === undefined) keepProgress(workbookId, { ...progress, before: facts });
    else if (steps[step].isDone(facts, before)) keepProgress(workbookId, stepAfter(step, facts));
  }, [workbookId, progress, step, before, facts]);

  const skip = () => {
    if (facts !== undefined) keepProgress(workbookId, stepAfter(step, facts));
  };
  const show = async () => {
    // The view that opens takes the keys from a focus that is free.
    if (document.activeElement?.closest('.tour') != null) (document.activeElement as HTMLElement).blur();
    if (await steps[step].show()) return;
    notify({ tone: 'info', text: t('tour.nothingLeft') });
    skip();
  };
  const leave = () => {
    keepProgress(workbookId, { ...progress, isLeft: true });
    notify({ tone: 'info', text: t('tour.left') });
  };
  useTourCommands({ show: () => void show(), skip, leave });
  const at = stepNames.indexOf(step);
  const last = stepNames[at - 1];
  return (
    <section className="tour frame-strip" aria-label={t('tour.title')}>
      <div className="tour-place">
        <b>{t('tour.title')}</b>
        <ol className="tour-dots" aria-label={t('tour.position', { step: at + 1, steps: stepNames.length })}>
          {stepNames.map((name, index) => (
            <li key={name} data-state={index < at ? 'done' : index === at ? 'now' : 'ahead'} />
          ))}
        </ol>
      </div>
      <div className="tour-words" role="status">
        {last === undefined || before === undefined ? null : (
          <p className="tour-done">
            <IconCheck size={14} stroke={2.2} aria-hidden />
            {t(`tour.done.${last}`)}
          </p>
        )}
        <h2>{t(`tour.step.${step}.title`)}</h2>
        <p>
          <Trans t={t} i18nKey={`tour.step.${step}.text`} components={{ key: <kbd className="key" /> }} />
        </p>
      </div>
      <div className="tour-actions">
        <button type="button" className="button" data-primary="" onClick={() => void show()}>
          {t('tour.show')}
        </button>
        <button type="button" className="button" onClick={skip}>
          {t('tour.skip')}
        </button>
        <button type="button" className="icon-button" aria-label={t('tour.leave')} title={t('tour.leave')} onClick={leave}>
          <IconX size={14} aria-hidden />
        </button>
      </div>
    </section>
  );
}

function Finished({ workbookId }: { workbookId: string }) {
  const { t } = useTranslation('workbook');
  const close = () => keepProgress(workbookId, undefined);
  return (
    <section className="tour frame-strip" aria-label={t('tour.title')}>
      <div className="tour-words" role="status">
        <p className="tour-done">
          <IconCheck size={14} stroke={2.2} aria-hidden />
          {t('tour.done.undo')}
        </p>
        <h2>{t('tour.finished.title')}</h2>
        <p>
          <Trans t={t} i18nKey="tour.finished.text" components={{ key: <kbd className="key" /> }} />
        </p>
      </div>
      <div className="tour-actions">
        <button type="button" className="button" data-primary="" onClick={nameWorkbook}>
          {t('command.new')}
        </button>
        <button type="button" className="button" onClick={close}>
          {t('refused.close')}
        </button>
      </div>
    </section>
  );
}

/** Undefined until all of it has been read. */
function useFacts(): Facts | undefined {
  const claims = useCall('workbook.info', {}).data?.claims;
  const groups = useCall('conflicts.list', {}).data?.groups;
  const history = useCall('history.state', {}).data;
  // Each of these changes what is so in the views.
  useWorkspace((state) => state.focusedView);
  useWorkspace((state) => state.selection);
  useWorkspace((state) => state.params);
  const { view, claim, readClaim } = factsOfViews();
  const [facts, setFacts] = useState<Facts>();
  const next: Facts | undefined =
    claims === undefined || groups === undefined || history === undefined
      ? undefined
      : {
          view,
          claim,
          readClaim,
          claims: claims.figure + claims.event + claims.statement,
          decided: groups.filter(({ decision }) => decision !== null).length,
          undone: history.redo?.seq ?? null,
        };
  const text = JSON.stringify(next);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when something became other
  useEffect(() => setFacts(next), [text]);
  return facts;
}

/** In the palette while the tour is under way. */
function useTourCommands(runs: { show(): void; skip(): void; leave(): void }): void {
  const latest = useRef(runs);
  latest.current = runs;
  useEffect(
    () =>
      addCommands(
        [
          { id: 'tour.show', titleKey: 'workbook:command.tourShow', run: () => latest.current.show() },
          { id: 'tour.skip', titleKey: 'workbook:command.tourSkip', run: () => latest.current.skip() },
          { id: 'tour.leave', titleKey: 'workbook:tour.leave', run: () => latest.current.leave() },
        ],
        'last',
      ),
    [],
  );
}
