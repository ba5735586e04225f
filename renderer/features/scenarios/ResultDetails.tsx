// One number: its formula, what the formula names, and from there the claims and passages beneath it.
import { useTranslation } from 'react-i18next';
import { inEvidence, openPassageOf, words } from '../../bridge/index.ts';
import { Dialog } from '../../ui/index.ts';
import { isShare, plain } from './format.ts';
import type { OpenModel } from './use-model.ts';

export interface ResultDetailsProps {
  readonly open: OpenModel;
  readonly resultKey: string;
  onClose(): void;
  onInput(code: string): void;
  onOpen(key: string): void;
}

export function ResultDetails({ open, resultKey, onClose, onInput, onOpen }: ResultDetailsProps) {
  const { t, i18n } = useTranslation('scenarios');
  const { analysis, formulas, run, model } = open;
  const result = analysis?.results.find(({ key }) => key === resultKey);
  const formula = formulas.find(({ code }) => code === result?.code);
  if (analysis === undefined || result === undefined || formula === undefined) return null;
  const simulated = run?.outputs.find(({ key }) => key === resultKey);
  const text = (value: number, unit: string) => `${plain(Number(value.toPrecision(9)), unit, i18n.language)} ${isShare(unit) ? '%' : unit}`.trim();
  const uses = analysis.variables.find(({ code }) => code === formula.code)?.uses ?? [];
  return (
    <Dialog title={formula.label || formula.code} isOpen onClose={onClose} size="large">
      <p className="result-value">
        <b>{result.value === null ? '–' : text(result.value, formula.unit)}</b>
        {result.items.length === 0 ? null : <span className="muted">{result.items.join(' · ').replaceAll('_', ' ')}</span>}
        {result.stale && result.now !== null ? (
          <span className="scenario-now">{t('card.now', { value: text(result.now, formula.unit) })}</span>
        ) : null}
      </p>
      {result.problem === null ? null : <p className="scenario-fault">{words(result.problem.words)}</p>}
      <code className="formula">
        {formula.code} = {formula.expression}
      </code>
      {formula.note === '' ? null : <p className="muted">{formula.note}</p>}
      {simulated === undefined || run === undefined || simulated.p5 === simulated.p95 ? null : (
        <p className="muted">
          {t('simulatedAs', {
            mean: text(simulated.mean, formula.unit),
            low: text(simulated.p5, formula.unit),
            high: text(simulated.p95, formula.unit),
            runs: run.runs,
            seed: String(run.seed),
            model: model.name,
            edit: run.edit,
          })}
        </p>
      )}
      <h4>{t('restsOn')}</h4>
      <ul className="result-uses">
        {uses.map((code) => {
          const input = analysis.inputs.find((one) => one.code === code);
          const used = formulas.find((one) => one.code === code);
          const own =
            analysis.results.find((one) => one.code === code && one.items.every((item) => result.items.includes(item))) ??
            analysis.results.find((one) => one.code === code);
          const claim = input?.claims[0];
          return (
            <li key={code}>
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  if (input !== undefined) {
                    onInput(code);
                    if (claim !== undefined) inEvidence({ type: 'claim', id: claim }, 'evidence.focus');
                    onClose();
                  } else if (own !== undefined) onOpen(own.key);
                }}
              >
                {(input?.label ?? used?.label) || code}
              </button>
              <code>{code}</code>
              <span>
                {input === undefined
                  ? own?.value == null
                    ? '–'
                    : text(own.value, used?.unit ?? '')
                  : input.points.length > 1
                    ? t('points', { count: input.points.length })
                    : input.value === null
                      ? '–'
                      : text(input.value, input.unit)}
              </span>
              {claim === undefined ? (
                <span className="muted">{input === undefined ? '' : input.basis || t(`state.${input.state}`)}</span>
              ) : (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => {
                    onClose();
                    void openPassageOf(claim);
                  }}
                >
                  {t('openPassage')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
