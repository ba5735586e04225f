import { Popover } from '@mantine/core';
import { IconListCheck, IconPencil, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormulaRule } from '../../../shared/features/checks/model.ts';
import { useCall, useCommand } from '../../bridge/index.ts';
import { Tool } from '../../ui/index.ts';
import { FormulaDialog } from './FormulaDialog.tsx';

/** Which identities run, and the analyst's own. A rule that is off is off for this workbook. */
export function RulesMenu() {
  const { t } = useTranslation('checks');
  const [isOpen, setOpen] = useState(false);
  const [edited, setEdited] = useState<FormulaRule | 'new'>();
  const rules = useCall('checks.rules', {}).data?.rules ?? [];
  const formulas = useCall('checks.formulas', {}).data?.formulas ?? [];
  const setRule = useCommand('checks.setRule');
  const saveFormula = useCommand('checks.saveFormula');
  const on = [...rules, ...formulas].filter((rule) => rule.isOn).length;
  const isBusy = setRule.isRunning || saveFormula.isRunning;
  const edit = (rule: FormulaRule | 'new') => {
    setOpen(false);
    setEdited(rule);
  };
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus width={400}>
        <Popover.Target>
          <Tool
            icon={IconListCheck}
            label={t('rulesOn', { on, of: rules.length + formulas.length })}
            isExpanded={isOpen}
            onRun={() => setOpen(!isOpen)}
          />
        </Popover.Target>
        <Popover.Dropdown className="check-rules" aria-label={t('rules')}>
          {formulas.map((rule) => (
            <div key={rule.id} className="check-own-rule">
              <RuleLine
                isOn={rule.isOn}
                isBusy={isBusy}
                name={rule.name}
                does={<code>{rule.formula}</code>}
                onTurn={(isOn) => void saveFormula.run({ ...rule, isOn }).catch(() => undefined)}
              />
              <button type="button" className="icon-button" aria-label={t('formula.changeOne', { name: rule.name })} onClick={() => edit(rule)}>
                <IconPencil size={14} aria-hidden />
              </button>
            </div>
          ))}
          <button type="button" className="link-button check-add-rule" onClick={() => edit('new')}>
            <IconPlus size={12} aria-hidden />
            {t('formula.add')}
          </button>
          {rules.map(({ rule, isOn }) => (
            <RuleLine
              key={rule}
              isOn={isOn}
              isBusy={isBusy}
              name={t(`rule.${rule}`)}
              does={t(`does.${rule}`)}
              onTurn={(next) => void setRule.run({ rule, isOn: next }).catch(() => undefined)}
            />
          ))}
        </Popover.Dropdown>
      </Popover>
      {edited === undefined ? null : <FormulaDialog rule={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </>
  );
}

interface RuleLineProps {
  readonly isOn: boolean;
  readonly isBusy: boolean;
  readonly name: string;
  readonly does: ReactNode;
  onTurn(isOn: boolean): void;
}

function RuleLine({ isOn, isBusy, name, does, onTurn }: RuleLineProps) {
  return (
    <label>
      <input type="checkbox" checked={isOn} disabled={isBusy} onChange={(event) => onTurn(event.currentTarget.checked)} />
      <span>
        <b>{name}</b>
        <span className="muted">{does}</span>
      </span>
    </label>
  );
}
