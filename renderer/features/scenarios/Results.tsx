// What follows from the inputs: a few numbers first, then how it spreads, what moves it, where it turns, and all results as a list.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Simulated } from '../../../shared/features/scenarios/contract.ts';
import { words } from '../../bridge/index.ts';
import { axesOf } from './charts/axes.ts';
import { BreakEven } from './charts/BreakEven.tsx';
import { FanChart } from './charts/FanChart.tsx';
import { Histogram } from './charts/Histogram.tsx';
import { Tornado } from './charts/Tornado.tsx';
import { TwoWay } from './charts/TwoWay.tsx';
import { isShare, plain, scaleFor, short, unitWords } from './format.ts';
import { ResultDetails } from './ResultDetails.tsx';
import { ResultList } from './ResultList.tsx';
import type { OpenModel, Output } from './use-model.ts';

export interface ResultsProps {
  readonly open: OpenModel;
  readonly isTable: boolean;
  readonly chosen: string | undefined;
  onChoose(code: string): void;
  onOutput(key: string): void;
}

export function Results({ open, isTable, chosen, onChoose, onOutput }: ResultsProps) {
  const { t } = useTranslation('scenarios');
  const { analysis, run, route, output, outputs, model, asked } = open;
  const [opened, setOpened] = useState<string>();
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  if (analysis === undefined) return <div className="scenario-results" />;
  const spread = spreadOf(run?.outputs ?? [], open);
  const axes = axesOf(analysis.inputs, route?.item);
  const ranked = [...(analysis.tornado?.bars ?? []).map(({ code }) => code), ...axes.map(({ key }) => key)];
  const axisAt = (name: string, place: number) =>
    axes.find(({ key }) => key === picked[name]) ??
    axes.find(({ key }) => key === [...new Set(ranked)].filter((one) => axes.some((axis) => axis.key === one))[place]);
  const [along, rows, columns] = [axisAt('along', 0), axisAt('rows', 0), axisAt('columns', 1)];
  const pick = (name: string) => (key: string) => setPicked({ ...picked, [name]: key });
  const target = Number(model.target?.value ?? 0);
  const labelOf = (code: string) => analysis.inputs.find((one) => one.code === code)?.label || code;
  const problems = [...analysis.problems, ...(run?.problem == null ? [] : [run.problem])];
  return (
    <div className="scenario-results">
      <Cards {...{ open, spread, target }} onOpen={setOpened} />
      {problems.length === 0 ? null : (
        <ul className="scenario-problems" aria-label={t('problems')}>
          {problems.map(({ words: own }) => (
            <li key={words(own)}>{words(own)}</li>
          ))}
        </ul>
      )}
      <div className="scenario-charts">
        {spread.fan === undefined ? null : <FanChart title={spread.fan.label} unit={spread.fan.unit} points={spread.fan.points} isTable={isTable} />}
        {analysis.tornado === null || output === undefined ? null : (
          <Tornado
            title={output.label}
            unit={output.unit}
            tornado={analysis.tornado}
            labelOf={labelOf}
            chosen={chosen}
            isTable={isTable}
            onChoose={onChoose}
          />
        )}
        {output === undefined || along === undefined ? null : (
          <BreakEven {...{ asked, output, target, along, axes, isTable }} onAlong={pick('along')} />
        )}
        {output === undefined || rows === undefined || columns === undefined ? null : (
          <TwoWay {...{ asked, output, target, rows, columns, axes }} onRows={pick('rows')} onColumns={pick('columns')} />
        )}
        {spread.single === undefined ? null : (
          <Histogram title={spread.single.label} unit={spread.single.unit} of={spread.single.of} threshold={target} isTable={isTable} />
        )}
        <ResultList open={open} outputs={outputs} onOpen={setOpened} onOutput={onOutput} />
      </div>
      {opened === undefined ? null : (
        <ResultDetails open={open} resultKey={opened} onClose={() => setOpened(undefined)} onInput={onChoose} onOpen={setOpened} />
      )}
    </div>
  );
}

interface Spread {
  /** The last single result that trials spread. */
  readonly single: (Output & { readonly of: Simulated }) | undefined;
  readonly fan: { readonly label: string; readonly unit: string; readonly points: { readonly at: number; readonly of: Simulated }[] } | undefined;
}

function spreadOf(simulated: readonly Simulated[], { formulas, route, outputs, output }: OpenModel): Spread {
  const isSpread = ({ p5, p95 }: Simulated) => p5 < p95;
  const ofItem = simulated.filter(({ items }) => route === undefined || items.every((item) => !route.items.includes(item) || item === route.item));
  const singles = ofItem.filter((one) => isSpread(one) && one.items.every((item) => item === route?.item));
  const last = singles.at(-1);
  const single = last === undefined ? undefined : outputs.find(({ key }) => key === last.key);
  const paths = formulas.flatMap(({ code, label, unit }) => {
    const points = ofItem
      .filter((one) => one.code === code)
      .flatMap((of) => {
        const at = Number(of.items.find((item) => item !== route?.item));
        return Number.isFinite(at) && of.items.some((item) => item !== route?.item) ? [{ at, of }] : [];
      });
    return points.length > 1 && points.some(({ of }) => isSpread(of)) ? [{ code, label: label || code, unit, points }] : [];
  });
  return {
    single: single === undefined ? undefined : { ...single, of: last! },
    fan: paths.find(({ code }) => code === output?.code) ?? paths.at(-1),
  };
}

interface CardsProps {
  readonly open: OpenModel;
  readonly spread: Spread;
  readonly target: number;
  onOpen(key: string): void;
}

/** The expected value and its risk where trials spread it, then other outputs. */
function Cards({ open, spread, target, onOpen }: CardsProps) {
  const { t, i18n } = useTranslation('scenarios');
  const locale = i18n.language;
  const { analysis, outputs, run } = open;
  const { single } = spread;
  const scaleWord = (word: string) => t(`scale.${word}`);
  const others = outputs.filter(({ key }) => key !== single?.key).toSorted((a, b) => rankOf(a.key) - rankOf(b.key));
  function rankOf(key: string): number {
    const result = analysis!.results.find((one) => one.key === key);
    // What has no value last, and before it the last years of paths.
    return result?.value == null ? 2 : result.items.every((item) => item === open.route?.item) ? 0 : 1;
  }
  const singleScale = scaleFor(single === undefined ? [] : [single.of.mean, single.of.p5, single.of.p95]);
  const shown = others.slice(0, single === undefined ? 4 : 2);
  return (
    <div className="scenario-cards">
      {single === undefined ? null : (
        <>
          <button type="button" onClick={() => onOpen(single.key)}>
            <span>{t('card.expected', { of: single.label })}</span>
            <b>
              {short(single.of.mean, single.unit, singleScale, locale)} <i>{unitWords(single.unit, singleScale, scaleWord)}</i>
            </b>
            <em>
              {t('card.range', {
                low: short(single.of.p5, single.unit, singleScale, locale),
                high: short(single.of.p95, single.unit, singleScale, locale),
              })}
            </em>
          </button>
          <button type="button" onClick={() => onOpen(single.key)}>
            <span>{t('card.loss', { target: plain(target, single.unit, locale) })}</span>
            <b>
              {Math.round(single.of.below * 100)} <i>%</i>
            </b>
            <em>{t('card.trials', { count: run?.runs ?? 0 })}</em>
          </button>
        </>
      )}
      {shown.map(({ key, label, unit }) => {
        const result = analysis!.results.find((one) => one.key === key)!;
        const band = analysis!.bands.find((one) => one.key === key);
        const scale = scaleFor([result.value ?? 0]);
        const text = (value: number) =>
          scale.word === '' || isShare(unit) ? plain(Number(value.toPrecision(5)), unit, locale) : short(value, unit, scale, locale);
        return (
          <button key={key} type="button" data-stale={result.stale ? '' : undefined} onClick={() => onOpen(key)}>
            <span>{label}</span>
            <b>
              {result.value === null ? '–' : text(result.value)} <i>{unitWords(unit, scale, scaleWord)}</i>
            </b>
            <em>
              {result.stale && result.now !== null
                ? t('card.now', { value: text(result.now) })
                : band === undefined
                  ? result.problem === null
                    ? t('card.point')
                    : words(result.problem.words)
                  : t('card.band', { low: text(band.low), high: text(band.high) })}
            </em>
          </button>
        );
      })}
    </div>
  );
}
