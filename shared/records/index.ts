// Every record of a workbook, one line each, those that are pointed to before those that point to them. To add one: its file
// in this folder, its line here, a migration with the DDL that the test of the schema prints, and its feature.
import { actorRecord } from './actor.ts';
import { annotationRecord } from './annotation.ts';
import { asideRecord } from './aside.ts';
import { boardRecord, noteRecord, panelRecord } from './board.ts';
import { checkRuleRecord, formulaRuleRecord } from './check-rule.ts';
import { claimRecord } from './claim.ts';
import { conflictDecisionRecord } from './conflict-decision.ts';
import { conversionRecord } from './conversion.ts';
import type { RecordOf, RecordType } from './define.ts';
import { eventVerdictRecord } from './event-verdict.ts';
import { judgementRecord } from './judgement.ts';
import { linkRecord } from './link.ts';
import { hypothesisRecord, markRecord, matrixRecord } from './matrix.ts';
import { measureRecord } from './measure.ts';
import { modelFormulaRecord, modelInputRecord, modelRecord, scenarioRecord } from './model.ts';
import { passageRecord } from './passage.ts';
import { blockRecord, lockRecord, reportRecord } from './report.ts';
import { outcomeRecord, readingRecord, roundRecord } from './round.ts';
import { scaleRecord } from './scale.ts';
import { scheduleRecord } from './schedule.ts';
import { seriesApartRecord } from './series-apart.ts';
import { sourceRecord } from './source.ts';
import { tableImportRecord } from './table-import.ts';
import { thingRecord } from './thing.ts';
import { verdictRecord } from './verdict.ts';

export const records = {
  source: sourceRecord,
  passage: passageRecord,
  annotation: annotationRecord,
  claim: claimRecord,
  verdict: verdictRecord,
  conflict_decision: conflictDecisionRecord,
  measure: measureRecord,
  series_apart: seriesApartRecord,
  actor: actorRecord,
  judgement: judgementRecord,
  matrix: matrixRecord,
  hypothesis: hypothesisRecord,
  mark: markRecord,
  formula_rule: formulaRuleRecord,
  check_rule: checkRuleRecord,
  aside: asideRecord,
  thing: thingRecord,
  link: linkRecord,
  schedule: scheduleRecord,
  scale: scaleRecord,
  conversion: conversionRecord,
  event_verdict: eventVerdictRecord,
  table_import: tableImportRecord,
  model: modelRecord,
  model_input: modelInputRecord,
  model_formula: modelFormulaRecord,
  scenario: scenarioRecord,
  board: boardRecord,
  panel: panelRecord,
  note: noteRecord,
  report: reportRecord,
  block: blockRecord,
  lock: lockRecord,
  round: roundRecord,
  reading: readingRecord,
  outcome: outcomeRecord,
} as const satisfies Record<string, RecordType>;

export type RecordTable = keyof typeof records;
export type Stored<T extends RecordTable> = RecordOf<(typeof records)[T]>;

export const recordTables = Object.keys(records) as readonly RecordTable[];

export function recordType(table: RecordTable): RecordType {
  return records[table];
}
