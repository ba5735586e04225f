// Every call of Assay, one line a feature. Handlers, both transports, the client, the CLI and the parity and fuzz tests
// derive from this registry.
import type { z } from 'zod';
import { actorsContract } from './features/actors/contract.ts';
import { boardsContract } from './features/boards/contract.ts';
import { chartsContract } from './features/charts/contract.ts';
import { checksContract } from './features/checks/contract.ts';
import { claimsContract } from './features/claims/contract.ts';
import { conflictsContract } from './features/conflicts/contract.ts';
import { exchangeContract } from './features/exchange/contract.ts';
import { historyContract } from './features/history/contract.ts';
import { hostContract } from './features/host/contract.ts';
import { ledgerContract } from './features/ledger/contract.ts';
import { libraryContract } from './features/library/contract.ts';
import { passagesContract } from './features/passages/contract.ts';
import { policyContract } from './features/policy/contract.ts';
import { readingsContract } from './features/readings/contract.ts';
import { reportsContract } from './features/reports/contract.ts';
import { scenariosContract } from './features/scenarios/contract.ts';
import { searchContract } from './features/search/contract.ts';
import { settingsContract } from './features/settings/contract.ts';
import { sourcesContract } from './features/sources/contract.ts';
import { tablesContract } from './features/tables/contract.ts';
import { timelineContract } from './features/timeline/contract.ts';
import { trackContract } from './features/track/contract.ts';
import { workbookContract } from './features/workbook/contract.ts';
import type { Call, FeatureContract } from './rpc.ts';

export const contract = {
  library: libraryContract,
  workbook: workbookContract,
  sources: sourcesContract,
  tables: tablesContract,
  passages: passagesContract,
  claims: claimsContract,
  actors: actorsContract,
  ledger: ledgerContract,
  conflicts: conflictsContract,
  checks: checksContract,
  policy: policyContract,
  timeline: timelineContract,
  charts: chartsContract,
  scenarios: scenariosContract,
  boards: boardsContract,
  reports: reportsContract,
  readings: readingsContract,
  track: trackContract,
  search: searchContract,
  history: historyContract,
  exchange: exchangeContract,
  settings: settingsContract,
  host: hostContract,
} as const satisfies Record<string, FeatureContract>;

export type Contract = typeof contract;
export type FeatureName = keyof Contract;

/** Wire names, `feature.verb`. */
export type Method = { [F in FeatureName]: `${F}.${keyof Contract[F] & string}` }[FeatureName];
export type CallOf<M extends Method> = M extends `${infer F extends FeatureName}.${infer V}`
  ? V extends keyof Contract[F]
    ? Contract[F][V]
    : never
  : never;
type InputSchema<M extends Method> = CallOf<M> extends Call<infer I, infer _O> ? I : never;
type OutputSchema<M extends Method> = CallOf<M> extends Call<infer _I, infer O> ? O : never;
/** What a caller sends. */
export type Input<M extends Method> = z.input<InputSchema<M>>;
/** What a handler receives: checked, defaults filled. */
export type ParsedInput<M extends Method> = z.output<InputSchema<M>>;
export type Output<M extends Method> = z.output<OutputSchema<M>>;

export const methods = Object.entries(contract).flatMap(([feature, calls]) => Object.keys(calls).map((verb) => `${feature}.${verb}` as Method));

/** The declaration behind a wire name; undefined for names that the contract does not own. */
export function findCall(name: string): Call | undefined {
  const [feature, verb, ...rest] = name.split('.');
  if (feature === undefined || verb === undefined || rest.length > 0) return undefined;
  const calls: FeatureContract | undefined = Object.hasOwn(contract, feature) ? contract[feature as FeatureName] : undefined;
  return calls !== undefined && Object.hasOwn(calls, verb) ? calls[verb] : undefined;
}
