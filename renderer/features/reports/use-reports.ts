// Reports as they stand, and the edits that change them.
import { useCallback } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { markdownOf } from '../../../shared/features/reports/blocks.ts';
import { useCall, useCommand } from '../../bridge/index.ts';

export type Report = Output<'reports.get'>;
export type LockView = Report['locks'][number];
export type BlockView = Report['blocks'][number];
export type TypedView = Report['typed'][number];

export interface ReportEdits {
  /** Puts the words of a block in place of those that it had; a new block stands at the end. */
  putBlock(report: Report, block: string | undefined, text: string): Promise<boolean>;
  take(report: Report, lock: string): Promise<boolean>;
  keep(report: Report, lock: string, why: string): Promise<boolean>;
  remove(report: string): Promise<boolean>;
}

export function useReportEdits(): ReportEdits {
  const { run: runWrite } = useCommand('reports.write');
  const { run: runTake } = useCommand('reports.take');
  const { run: runKeep } = useCommand('reports.keep');
  const { run: runRemove } = useCommand('reports.remove');
  const write = useCallback((name: string, markdown: string) => done(runWrite({ report: name, markdown })), [runWrite]);
  return {
    putBlock(report, block, text) {
      const kept = report.blocks.map((one) => (one.id === block ? { kind: 'paragraph' as const, level: 0, text } : one));
      const all = block === undefined ? [...kept, { kind: 'paragraph' as const, level: 0, text }] : kept;
      return write(report.id, markdownOf(all.filter((one) => one.text.trim() !== '')));
    },
    take: (report, lock) => done(runTake({ report: report.id, lock })),
    keep: (report, lock, why) => done(runKeep({ report: report.id, lock, why })),
    remove: (report) => done(runRemove({ report })),
  };
}

/** What kept it from being written is told by the command itself. */
async function done(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch {
    return false;
  }
}

export function useReport(name: string | undefined): Report | undefined {
  return useCall('reports.get', { report: name ?? '' }, { enabled: name !== undefined }).data;
}
