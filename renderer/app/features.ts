// The features of Assay, one line each. Removing one is deleting its folders and its line here.

import { viewOf } from '../bridge/index.ts';
import { manifest as actors } from '../features/actors/index.tsx';
import { manifest as boards } from '../features/boards/index.tsx';
import { manifest as charts } from '../features/charts/index.tsx';
import { manifest as checks } from '../features/checks/index.tsx';
import { manifest as claims } from '../features/claims/index.tsx';
import { manifest as conflicts } from '../features/conflicts/index.tsx';
import { manifest as exchange } from '../features/exchange/index.tsx';
import { manifest as history } from '../features/history/index.tsx';
import { manifest as ledger } from '../features/ledger/index.tsx';
import { manifest as passages } from '../features/passages/index.tsx';
import { manifest as policy } from '../features/policy/index.tsx';
import { manifest as reports } from '../features/reports/index.tsx';
import { manifest as scenarios } from '../features/scenarios/index.tsx';
import { manifest as search } from '../features/search/index.tsx';
import { manifest as settings } from '../features/settings/index.tsx';
import { manifest as sources } from '../features/sources/index.tsx';
import { manifest as tables } from '../features/tables/index.tsx';
import { manifest as timeline } from '../features/timeline/index.tsx';
import { manifest as workbook } from '../features/workbook/index.tsx';
import type { FeatureManifest } from '../ui/feature-manifest.ts';

export const features: readonly FeatureManifest[] = [
  workbook,
  sources,
  tables,
  passages,
  claims,
  actors,
  ledger,
  conflicts,
  checks,
  policy,
  timeline,
  charts,
  scenarios,
  boards,
  reports,
  history,
  search,
  exchange,
  settings,
];

export const views = features.flatMap((feature) => feature.views);
/** The view of an instance. */
export const findView = (instance: string | undefined) => views.find((view) => instance !== undefined && view.id === viewOf(instance));
