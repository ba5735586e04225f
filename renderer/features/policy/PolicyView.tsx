// Instruments, projects and who wants what. The list of one of them, or the page of one thing; which, is a parameter of the
// view, so that it is kept with the layout and other views can open a page by name.
import { IconPlus, IconStairs } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openPassageOf, useCall, useViewInstance, useViewKeys, useWorkspace } from '../../bridge/index.ts';
import type { ViewProps } from '../../ui/feature-manifest.ts';
import { Segments, Tool, Toolbar } from '../../ui/index.ts';
import { Batches } from './Batches.tsx';
import { DescribeDialog } from './DescribeDialog.tsx';
import { PositionsMatrix } from './PositionsMatrix.tsx';
import { ScalesDialog } from './ScalesDialog.tsx';
import { ThingList } from './ThingList.tsx';
import { ThingPage } from './ThingPage.tsx';
import './policy.css';

const lists = ['instrument', 'project', 'positions', 'batches'] as const;
type List = (typeof lists)[number];

/** Those whose things have pages. */
const isOfThings = (list: List) => list === 'instrument' || list === 'project';

/** Today where the person is. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

export function PolicyView({ params }: ViewProps) {
  const { t } = useTranslation('policy');
  const instance = useViewInstance();
  const setParams = useWorkspace((state) => state.setParams);
  const selection = useWorkspace((state) => state.selection);
  const list: List = lists.find((one) => one === params.list) ?? 'instrument';
  const name = typeof params.name === 'string' ? params.name : undefined;
  const last = typeof params.last === 'string' ? params.last : undefined;
  const on = typeof params.on === 'string' ? params.on : today();
  const kept = params.on === undefined ? {} : { on };
  const instruments = useCall('policy.instruments', { on });
  const projects = useCall('policy.projects', { on });
  const positions = useCall('policy.positions', {});
  const batches = useCall('policy.batches', {});
  const open = useCallback((one: string) => setParams(instance, { list, ...kept, name: one }), [setParams, instance, list, kept]);
  const back = () => setParams(instance, { list, ...kept, ...(name === undefined ? {} : { last: name }) });
  useViewKeys({
    Esc: name === undefined ? undefined : back,
    O: selection.type === 'claim' ? () => void openPassageOf(selection.id) : undefined,
  });
  const [isDescribing, setDescribing] = useState(false);
  const [isScaling, setScaling] = useState(false);
  const isListed = name === undefined && isOfThings(list);
  useViewKeys({ N: isListed ? () => setDescribing(true) : undefined });
  const shown = list === 'project' ? projects : instruments;
  const listOf = (one: string): List => (projects.data?.some(({ names }) => names.includes(one)) === true ? 'project' : 'instrument');

  if (name !== undefined && isOfThings(list))
    return (
      <div className="view policy">
        <ThingPage key={name} {...{ name, on, list }} today={today()} onBack={back} onOpen={open} />
      </div>
    );
  return (
    <div className="view policy">
      <Toolbar label={t('title')}>
        <Segments
          label={t('show')}
          segments={[
            { key: 'instrument', label: t('segment.instrument'), ...countOf(instruments.data) },
            { key: 'project', label: t('segment.project'), ...countOf(projects.data) },
            { key: 'positions', label: t('segment.positions'), ...countOf(positions.data) },
            { key: 'batches', label: t('segment.batches'), ...countOf(batches.data) },
          ]}
          chosen={list}
          onChoose={(next: List) => setParams(instance, { ...kept, list: next })}
        />
        <span className="grow" />
        {isOfThings(list) ? (
          <>
            <Tool icon={IconPlus} label={t(`new.${list}`)} keys="N" onRun={() => setDescribing(true)} />
            <Tool icon={IconStairs} label={t('scalesTool')} iconOnly onRun={() => setScaling(true)} />
            <OnDay {...{ on }} onChange={(day) => setParams(instance, { list, on: day })} />
          </>
        ) : null}
      </Toolbar>
      {list === 'positions' ? (
        <PositionsMatrix query={positions} />
      ) : list === 'batches' ? (
        <Batches query={batches} onOpen={(one) => setParams(instance, { ...kept, list: listOf(one), name: one })} />
      ) : (
        <ThingList key={list} type={list} query={shown} on={on} last={last} onOpen={open} />
      )}
      {isScaling ? <ScalesDialog onClose={() => setScaling(false)} /> : null}
      {isDescribing && isOfThings(list) ? (
        <DescribeDialog page={undefined} type={list} onClose={() => setDescribing(false)} onRenamed={open} />
      ) : null}
    </div>
  );
}

const countOf = (list: readonly unknown[] | undefined) => (list === undefined ? {} : { count: list.length });

function OnDay({ on, onChange }: { on: string; onChange(day: string): void }) {
  const { t } = useTranslation('policy');
  return (
    <label className="policy-day">
      {t('onDay')}
      <input type="date" value={on} required onChange={(event) => event.currentTarget.value !== '' && onChange(event.currentTarget.value)} />
    </label>
  );
}
