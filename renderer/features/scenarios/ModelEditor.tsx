// The model itself: its inputs and formulas as a sheet that is edited in place, and beside it what rests on what.
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownInput } from '../../../shared/features/scenarios/contract.ts';
import type { ModelFormula } from '../../../shared/features/scenarios/model.ts';
import { useCommand, words } from '../../bridge/index.ts';
import { EditCell } from './EditCell.tsx';
import { isShare, plain, typed } from './format.ts';
import { Indices } from './Indices.tsx';
import { InfluenceDiagram } from './InfluenceDiagram.tsx';

import type { OpenModel } from './use-model.ts';

export interface ModelEditorProps {
  readonly open: OpenModel;
  readonly chosen: string | undefined;
  onChoose(code: string): void;
  onEdit(code: string): void;
}

export function ModelEditor({ open, chosen, onChoose, onEdit }: ModelEditorProps) {
  const { t } = useTranslation('scenarios');
  const { analysis, formulas, model } = open;
  const addInput = useCommand('scenarios.saveInput');
  const addFormula = useCommand('scenarios.saveFormula');
  const update = useCommand('scenarios.update');
  const sheet = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => moveBetweenCells(event, sheet.current);
  return (
    <div className="model-editor">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between its fields, which answer by themselves */}
      <div className="model-sheet" ref={sheet} onKeyDown={onKeyDown}>
        <div className="model-name">
          <EditCell label={t('field.modelName')} value={model.name} onSave={(name) => update.run({ model: model.id, patch: { name } })} />
        </div>
        <EditCell
          label={t('field.note')}
          value={model.note}
          placeholder={t('noteHint')}
          isLong
          onSave={(note) => update.run({ model: model.id, patch: { note } })}
        />
        <Indices model={model} />
        <header>
          <h3>{t('inputs')}</h3>
          <button type="button" className="tool" onClick={() => void addInput.run({ model: model.id, patch: {} })}>
            <IconPlus size={14} aria-hidden /> <span className="tool-word">{t('addInput')}</span>
          </button>
        </header>
        <table aria-label={t('inputs')}>
          <thead>
            <tr>
              {['code', 'label', 'unit', 'value', 'low', 'high', 'rests', 'more'].map((one) => (
                <th key={one} scope="col">
                  {t(`column.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(analysis?.inputs ?? []).map((input) => (
              <InputLine
                key={input.id}
                {...{ input }}
                model={model.id}
                isChosen={chosen === input.code}
                onChoose={() => onChoose(input.code)}
                onEdit={() => onEdit(input.code)}
              />
            ))}
          </tbody>
        </table>
        <header>
          <h3>{t('formulas')}</h3>
          <button type="button" className="tool" onClick={() => void addFormula.run({ model: model.id, patch: {} })}>
            <IconPlus size={14} aria-hidden /> <span className="tool-word">{t('addFormula')}</span>
          </button>
          <span className="muted">{t('formulaHint')}</span>
        </header>
        <table aria-label={t('formulas')}>
          <thead>
            <tr>
              {['code', 'label', 'unit', 'formula', 'result', 'output', 'more'].map((one) => (
                <th key={one} scope="col">
                  {t(`column.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {formulas.map((formula) => (
              <FormulaLine
                key={formula.id}
                formula={formula}
                open={open}
                isChosen={chosen === formula.code}
                onChoose={() => onChoose(formula.code)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <InfluenceDiagram open={open} chosen={chosen} onChoose={onChoose} />
    </div>
  );
}

interface Named {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
}

/** What inputs and formulas have in common: code, name and unit. */
function NameCells({ of, onSave }: { of: Named; onSave(patch: Partial<Named>): Promise<unknown> }) {
  const { t } = useTranslation('scenarios');
  return (
    <>
      <td className="model-code">
        <EditCell label={t('column.code')} value={of.code} onSave={(code) => onSave({ code })} />
      </td>
      <td>
        <EditCell label={t('column.label')} value={of.label} onSave={(label) => onSave({ label })} />
      </td>
      <td>
        <EditCell label={t('column.unit')} value={of.unit} onSave={(unit) => onSave({ unit })} />
      </td>
    </>
  );
}

interface InputLineProps {
  readonly input: ShownInput;
  readonly model: string;
  readonly isChosen: boolean;
  onChoose(): void;
  onEdit(): void;
}

function InputLine({ input, model, isChosen, onChoose, onEdit }: InputLineProps) {
  const { t, i18n } = useTranslation('scenarios');
  const save = useCommand('scenarios.saveInput');
  const remove = useCommand('scenarios.removeInput');
  const patch = (values: Parameters<typeof save.run>[0]['patch']) => save.run({ model, id: input.id, patch: values });
  const shown = (value: string | null) => (value === null ? '' : plain(Number(value), input.unit, i18n.language));
  const number = (text: string) => (text.trim() === '' ? null : (typed(text, input.unit) ?? undefined));
  const saveEnd = (end: 'low' | 'high') => (text: string) => {
    const value = number(text);
    return value === undefined ? undefined : patch({ [end]: value });
  };
  const isSingle = input.by === null && input.distribution.kind !== 'event';
  return (
    <tr data-chosen={isChosen ? '' : undefined} data-stale={input.stale.length > 0 ? '' : undefined} onFocus={onChoose}>
      <NameCells of={input} onSave={patch} />
      <td className="model-number">
        {isSingle ? (
          <EditCell
            label={t('column.value')}
            value={shown(input.points[0]?.value ?? null)}
            onSave={(text) => {
              const value = number(text);
              return value === undefined ? undefined : patch({ points: value === null ? [] : [{ at: null, value }] });
            }}
          />
        ) : (
          <button type="button" className="link-button" onClick={onEdit}>
            {input.distribution.kind === 'event' ? t('state.event') : t('points', { count: input.points.length })}
          </button>
        )}
      </td>
      <td className="model-number">{isSingle ? <EditCell label={t('column.low')} value={shown(input.low)} onSave={saveEnd('low')} /> : null}</td>
      <td className="model-number">{isSingle ? <EditCell label={t('column.high')} value={shown(input.high)} onSave={saveEnd('high')} /> : null}</td>
      <td>
        {input.state === 'bound' ? (
          t(`binding.${input.binding!.kind}`, { count: input.claims.length })
        ) : (
          <EditCell label={t('field.basis')} value={input.basis} placeholder={t(`state.${input.state}`)} onSave={(basis) => patch({ basis })} />
        )}
      </td>
      <td className="model-more">
        <button type="button" className="tool" aria-label={t('editInput', { name: input.code })} onClick={onEdit}>
          …
        </button>
        <button type="button" className="tool" aria-label={t('removeInput', { name: input.code })} onClick={() => void remove.run({ id: input.id })}>
          <IconTrash size={13} aria-hidden />
        </button>
      </td>
    </tr>
  );
}

interface FormulaLineProps {
  readonly formula: ModelFormula;
  readonly open: OpenModel;
  readonly isChosen: boolean;
  onChoose(): void;
}

function FormulaLine({ formula, open, isChosen, onChoose }: FormulaLineProps) {
  const { t, i18n } = useTranslation('scenarios');
  const save = useCommand('scenarios.saveFormula');
  const remove = useCommand('scenarios.removeFormula');
  const { analysis, model, route } = open;
  const patch = (values: Parameters<typeof save.run>[0]['patch']) => save.run({ model: model.id, id: formula.id, patch: values });
  const own = (analysis?.results ?? []).filter(({ code }) => code === formula.code);
  const result = own.find(({ items }) => items.includes(route?.item ?? '')) ?? own[0];
  const problem =
    own.find((one) => one.problem !== null && one.problem.words.key !== 'scenarios:problem.restsOn')?.problem ??
    own.find((one) => one.problem !== null)?.problem;
  return (
    <>
      <tr data-chosen={isChosen ? '' : undefined} onFocus={onChoose}>
        <NameCells of={formula} onSave={patch} />
        <td className="model-formula">
          <EditCell label={t('column.formula')} value={formula.expression} isCode onSave={(expression) => patch({ expression })} />
        </td>
        <td className="model-number">
          {result?.value == null
            ? '–'
            : `${plain(Number(result.value.toPrecision(6)), formula.unit, i18n.language)}${isShare(formula.unit) ? ' %' : ''}`}
          {own.length > 1 ? <i> {t('oneOf', { count: own.length })}</i> : null}
        </td>
        <td className="model-output">
          <input
            type="checkbox"
            checked={formula.isOutput}
            aria-label={t('isOutput', { name: formula.code })}
            onChange={(event) => void patch({ isOutput: event.currentTarget.checked })}
          />
        </td>
        <td className="model-more">
          <button
            type="button"
            className="tool"
            aria-label={t('removeFormula', { name: formula.code })}
            onClick={() => void remove.run({ id: formula.id })}
          >
            <IconTrash size={13} aria-hidden />
          </button>
        </td>
      </tr>
      {problem == null ? null : (
        <tr className="model-problem">
          <td colSpan={7}>
            {problem.at === null || formula.expression === '' ? null : (
              <code aria-hidden>
                {formula.expression.slice(Math.max(0, problem.at - 24), problem.at)}
                <mark>{formula.expression.slice(problem.at, problem.at + 12) || '⎵'}</mark>
              </code>
            )}
            {words(problem.words)}
            {problem.at === null ? '' : ` ${t('atPlace', { at: problem.at + 1 })}`}
          </td>
        </tr>
      )}
    </>
  );
}

/** Up and down go to the same column of the next row. */
function moveBetweenCells(event: KeyboardEvent, sheet: HTMLElement | null): void {
  if ((event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || !(event.target instanceof HTMLInputElement) || sheet === null) return;
  const column = event.target.closest('td')?.cellIndex;
  const rows = [...sheet.querySelectorAll<HTMLTableRowElement>('tbody tr:not(.model-problem)')];
  const at = rows.indexOf(event.target.closest('tr')!);
  const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)]?.cells[column ?? 0]?.querySelector('input');
  if (next === null || next === undefined) return;
  event.preventDefault();
  next.focus();
}
