// What if: a model with its inputs at the left and what follows from them at the right; its scenarios side by side; and the model itself.
import { IconPlayerPlay, IconPlus, IconTable } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedModel } from '../../../shared/features/scenarios/contract.ts';
import { errorWords, openPassageOf, useCall, useCommand, useKeyedCommands, useOffers, useViewInstance, useWorkspace } from '../../bridge/index.ts';
import type { ViewProps } from '../../ui/feature-manifest.ts';
import { ErrorNotice, Segments, segmentOffers, Tool, Toolbar } from '../../ui/index.ts';
import { Compare } from './Compare.tsx';
import { InputDialog } from './InputDialog.tsx';
import { InputList } from './InputList.tsx';
import { scenarioKeys } from './keys.ts';
import { ModelEditor } from './ModelEditor.tsx';
import { ModelMenu } from './ModelMenu.tsx';
import { Results } from './Results.tsx';
import { ScenarioDialog } from './ScenarioDialog.tsx';
import { Templates } from './Templates.tsx';
import { faces, inputNamed, useModelChoice, useOpenModel } from './use-model.ts';
import './scenarios.css';

export function ScenariosView({ params }: ViewProps) {
  const { choose } = useModelChoice(params);
  const list = useCall('scenarios.list', {});
  const models = list.data?.models;
  const model = models?.find(({ id }) => id === params['model']) ?? models?.[0];
  if (list.isError) return <ErrorNotice message={errorWords(list.error)} onRetry={() => void list.refetch()} />;
  if (models === undefined) return <div className="view scenarios" />;
  if (model === undefined)
    return (
      <div className="view scenarios">
        <Templates onTaken={(id) => choose({ model: id })} />
      </div>
    );
  return <OpenedModel key={model.id} {...{ params, model, models }} />;
}

function OpenedModel({ params, model, models }: ViewProps & { readonly model: ListedModel; readonly models: readonly ListedModel[] }) {
  const { t } = useTranslation('scenarios');
  const { choose } = useModelChoice(params);
  const open = useOpenModel(model, params);
  const { analysis, run, face, route } = open;
  const [chosen, setChosen] = useState<string>();
  const [edited, setEdited] = useState<string>();
  const [isTable, setTable] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const refresh = useCommand('scenarios.refresh');
  const select = useWorkspace((state) => state.select);
  const setTitle = useWorkspace((state) => state.setTitle);
  const instance = useViewInstance();
  const scenario = model.scenarios.find(({ id }) => id === open.asked.scenario);
  const tab = t('tab', { name: scenario?.name ?? model.name });
  useEffect(() => setTitle(instance, tab), [setTitle, instance, tab]);
  const stale = analysis?.inputs.filter((input) => input.stale.length > 0) ?? [];

  const chooseInput = (code: string) => {
    setChosen(code);
    const claim = inputNamed(analysis, code)?.claims[0];
    if (claim !== undefined) select({ type: 'claim', id: claim });
  };
  const step = (by: 1 | -1) => {
    const all = analysis?.inputs ?? [];
    const at = all.findIndex(({ code }) => code === chosen);
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    if (next !== undefined) chooseInput(next.code);
  };
  const runAgain = () => void refresh.run({ model: model.id });
  useKeyedCommands(scenarioKeys, {
    R: runAgain,
    J: () => step(1),
    K: () => step(-1),
    E: chosen === undefined ? undefined : () => setEdited(chosen),
    O: () => {
      const claim = inputNamed(analysis, chosen)?.claims[0];
      if (claim !== undefined) void openPassageOf(claim);
    },
    N: () => setNaming(true),
    T: () => setTable(!isTable),
    ...Object.fromEntries(faces.map((one, at) => [String(at + 1), () => choose({ face: one })])),
  });
  const faceChoice = {
    label: t('face.label'),
    segments: faces.map((key) => ({ key, label: t(`face.${key}`) })),
    onChoose: (next: (typeof faces)[number]) => choose({ face: next }),
  };
  const routeChoice = {
    label: t('route'),
    segments: (route?.items ?? []).map((key) => ({ key, label: key.replaceAll('_', ' ') })),
    onChoose: (item: string) => choose({ item }),
  };
  useOffers([
    { id: 'scenarios.models', title: t('chooseModel'), run: () => setMenuOpen(true) },
    ...segmentOffers(faceChoice),
    ...(face === 'results' ? segmentOffers(routeChoice) : []),
  ]);
  const shown = edited === undefined ? undefined : inputNamed(analysis, edited);
  return (
    <div className="view scenarios">
      <Toolbar label={t('title')}>
        <ModelMenu {...{ model, models, scenario: open.asked.scenario, isOpen: isMenuOpen, setOpen: setMenuOpen, choose }} />
        {route === undefined || face !== 'results' ? null : <Segments {...routeChoice} chosen={route.item} />}
        <span className="grow" />
        {run === undefined || face !== 'results' ? null : (
          <span className="muted scenario-run">{t('ran', { seed: String(run.seed), runs: run.runs, edit: run.edit })}</span>
        )}
        <Segments {...faceChoice} chosen={face} />
        <Tool icon={IconTable} label={t('table')} keys="T" iconOnly isPressed={isTable} onRun={() => setTable(!isTable)} />
        <Tool icon={IconPlus} label={t('newScenario')} keys="N" iconOnly onRun={() => setNaming(true)} />
        <Tool icon={IconPlayerPlay} label={t('run')} keys="R" isPrimary isDisabled={refresh.isRunning} onRun={runAgain} />
      </Toolbar>
      {open.error === null || open.error === undefined ? null : <ErrorNotice message={errorWords(open.error)} />}
      {face === 'model' ? (
        <ModelEditor open={open} chosen={chosen} onChoose={chooseInput} onEdit={setEdited} />
      ) : (
        <div className="scenario-room">
          <InputList {...{ analysis, chosen, stale, scenario }} item={route?.item} onChoose={chooseInput} onEdit={setEdited} onRun={runAgain} />
          {face === 'results' ? (
            <Results open={open} isTable={isTable} chosen={chosen} onChoose={chooseInput} onOutput={(output) => choose({ output })} />
          ) : (
            <Compare open={open} models={models} />
          )}
        </div>
      )}
      {shown === undefined ? null : (
        <InputDialog key={shown.id} input={shown} model={model} scenario={scenario} onClose={() => setEdited(undefined)} />
      )}
      {isNaming ? <ScenarioDialog model={model} onClose={() => setNaming(false)} onMade={(id) => choose({ scenario: id })} /> : null}
    </div>
  );
}
