// Reports: a page of blocks with locked figures, and beside it what is to be settled before it goes out.
import { Select } from '@mantine/core';
import { IconDots, IconDownload, IconFileText, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReportFormat, reportFormats } from '../../../shared/features/reports/contract.ts';
import { withReferences } from '../../../shared/features/reports/references.ts';
import { call, saveDownload, told, useCall, useKeyedCommands, useOffers, useWorkspace } from '../../bridge/index.ts';
import type { ViewProps } from '../../ui/feature-manifest.ts';
import { EmptyState, openMenu, placeUnder, Tool, Toolbar } from '../../ui/index.ts';
import { BlockField } from './BlockField.tsx';
import { BlockText } from './BlockText.tsx';
import { reportKeys } from './keys.ts';
import { ReportDialog } from './ReportDialog.tsx';
import { ReasonDialog, ToSettle } from './ToSettle.tsx';
import { type BlockView, type LockView, type Report, useReport, useReportEdits } from './use-reports.ts';
import './reports.css';

type Open =
  | { readonly is: 'keep'; readonly lock: LockView }
  | { readonly is: 'export'; readonly format: ReportFormat }
  | { readonly is: 'new' }
  | { readonly is: 'rename' };

export function ReportsView(_: ViewProps) {
  const { t } = useTranslation('reports');
  const list = useCall('reports.list', {}).data?.reports;
  const [name, setName] = useState<string>();
  const chosen = list?.find((one) => one.id === name) ?? list?.[0];
  const report = useReport(chosen?.id);
  const edits = useReportEdits();
  const { select } = useWorkspace();
  const [editing, setEditing] = useState<string>();
  const [open, setOpen] = useState<Open>();
  const [currentId, setCurrent] = useState<string>();
  const unsettled = report?.locks.filter(({ settled }) => !settled) ?? [];
  const current = unsettled.find(({ id }) => id === currentId) ?? unsettled[0];

  const begin = () => setOpen({ is: 'new' });
  const naming = (
    <ReportDialog
      report={open?.is === 'rename' ? chosen : undefined}
      proposed={t('firstName', { n: (list?.length ?? 0) + 1 })}
      onClose={() => setOpen(undefined)}
      onDone={setName}
    />
  );
  const isNaming = open?.is === 'new' || open?.is === 'rename';
  const choose = (lock: LockView) => {
    setCurrent(lock.id);
    const claim = lock.claims[0];
    if (claim !== undefined) select({ type: 'claim', id: claim });
  };
  const takeIt = (lock: LockView) => void (report === undefined ? undefined : edits.take(report, lock.id));
  const save = (format: ReportFormat, why?: string) =>
    void told(async () => {
      const made = await call('reports.export', { report: report?.id ?? '', format, ...(why === undefined ? {} : { why }) });
      await saveDownload(made);
      return t('saved', { name: made.name });
    });
  const hand = (format: ReportFormat) => {
    if ((report?.coverage.unsettled ?? 0) > 0) setOpen({ is: 'export', format });
    else save(format);
  };

  useKeyedCommands(reportKeys, {
    N: report === undefined ? undefined : () => setEditing('new'),
    T: current === undefined || current.now === null ? undefined : () => takeIt(current),
    K: current === undefined ? undefined : () => setOpen({ is: 'keep', lock: current }),
  });
  useOffers([{ id: 'reports.new', title: t('newReport'), run: begin }]);

  if (list === undefined) return <div className="view" />;
  if (chosen === undefined || report === undefined)
    return (
      <div className="view">
        <EmptyState icon={IconFileText} text={t('empty')} action={{ label: t('newReport'), run: begin }} />
        {isNaming ? naming : null}
      </div>
    );

  const locks = new Map(report.locks.map((lock) => [lock.id, lock]));
  const finish = (block: string | undefined) => async (text: string) => {
    if (await edits.putBlock(report, block, text)) setEditing(undefined);
  };
  return (
    <div className="view reports">
      <Toolbar label={t('title')}>
        <Select
          aria-label={t('chooseReport')}
          data={list.map((one) => ({ value: one.id, label: one.name }))}
          value={chosen.id}
          allowDeselect={false}
          onChange={(id) => id !== null && setName(id)}
        />
        <button
          type="button"
          className="tool"
          aria-label={t('menuOf', { name: chosen.name })}
          aria-haspopup="menu"
          onClick={(event) =>
            openMenu(
              {
                label: chosen.name,
                groups: [
                  [
                    { label: t('newReport'), run: begin },
                    { label: t('rename'), run: () => setOpen({ is: 'rename' }) },
                    { label: t('remove'), run: () => void edits.remove(chosen.id) },
                  ],
                ],
              },
              placeUnder(event.currentTarget),
            )
          }
        >
          <IconDots size={14} aria-hidden />
        </button>
        <Tool icon={IconPlus} label={t('paragraph')} keys="N" onRun={() => setEditing('new')} />
        <span className="grow" />
        <button
          type="button"
          className="tool"
          aria-haspopup="menu"
          onClick={(event) =>
            openMenu(
              { label: t('export'), groups: [reportFormats.map((format) => ({ label: t(`format.${format}`), run: () => hand(format) }))] },
              placeUnder(event.currentTarget),
            )
          }
        >
          <IconDownload size={14} aria-hidden />
          <span className="tool-word">{t('export')}</span>
        </button>
      </Toolbar>
      <div className="report-room">
        <article className="report-page" lang={report.lang}>
          {report.blocks.map((block) =>
            editing === block.id ? (
              <BlockField
                key={block.id}
                text={asMarkdown(block, report)}
                onDone={(text) => void finish(block.id)(text)}
                onCancel={() => setEditing(undefined)}
              />
            ) : (
              // biome-ignore lint/a11y/noStaticElementInteractions: the button beside it does the same by key.
              <div key={block.id} className="report-block" onDoubleClick={() => setEditing(block.id)}>
                <BlockText block={block} locks={locks} typed={report.typed.filter((one) => one.block === block.id)} onLock={choose} />
                <button type="button" className="report-edit" onClick={() => setEditing(block.id)}>
                  {t('edit')}
                </button>
              </div>
            ),
          )}
          {editing === 'new' ? <BlockField text="" onDone={(text) => void finish(undefined)(text)} onCancel={() => setEditing(undefined)} /> : null}
        </article>
        <ToSettle report={report} current={current} onChoose={choose} onTake={takeIt} onKeep={(lock) => setOpen({ is: 'keep', lock })} />
      </div>
      {isNaming ? naming : null}
      {open?.is === 'keep' ? (
        <ReasonDialog
          title={t('keepTitle', { value: open.lock.printed })}
          onClose={() => setOpen(undefined)}
          onGive={(why) => void edits.keep(report, open.lock.id, why).then(() => setOpen(undefined))}
        />
      ) : null}
      {open?.is === 'export' ? (
        <ReasonDialog
          title={t('exportTitle', { count: report.coverage.unsettled })}
          onClose={() => setOpen(undefined)}
          onGive={(why) => {
            setOpen(undefined);
            save(open.format, why);
          }}
        />
      ) : null}
    </div>
  );
}

/** As it is written: locks with what they print, which is never read back. */
function asMarkdown({ kind, level, text }: BlockView, { locks }: Report): string {
  const printed = new Map(locks.map((lock) => [lock.id, lock.printed]));
  const shown = withReferences(text, ({ scheme, destination, start, end }) =>
    scheme === 'typed' ? text.slice(start, end) : `[${printed.get(destination.replace(/^.*#/, '')) ?? ''}](lock:${destination})`,
  );
  return kind === 'heading' ? `${'#'.repeat(level)} ${shown}` : shown;
}
