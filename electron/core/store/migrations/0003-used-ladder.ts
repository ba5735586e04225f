// Until format 3 the depths of assembly stood in the code. A workbook that used one of them keeps their order as a scale of its own.
import type Database from 'better-sqlite3';
import type { Fields } from '../row.ts';

const depths = ['CBU', 'SKD', 'CKD', 'full_cycle', 'components_localised'];

export function usedLadder(db: Database.Database): Readonly<Record<string, readonly Fields[]>> {
  const isUsed = db.prepare('SELECT 1 FROM claim WHERE depth IS NOT NULL LIMIT 1').get() !== undefined;
  const steps = depths.map((code) => ({ code, label: code.replaceAll('_', ' '), does: null, on: null, after: null }));
  return { scale: isUsed ? [{ code: 'assembly', kind: 'ladder', label: 'Assembly depth', steps }] : [] };
}
