import { Popover } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useCommand } from '../../bridge/index.ts';
import { Tool } from '../../ui/index.ts';

/** Which identities run. A rule that is off is off for this workbook. */
export function RulesMenu() {
  const { t } = useTranslation('checks');
  const [isOpen, setOpen] = useState(false);
  const rules = useCall('checks.rules', {}).data?.rules ?? [];
  const setRule = useCommand('checks.setRule');
  const on = rules.filter((rule) => rule.isOn).length;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus width={400}>
      <Popover.Target>
        <Tool icon={IconListCheck} label={t('rulesOn', { on, of: rules.length })} isExpanded={isOpen} onRun={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown className="check-rules" aria-label={t('rules')}>
        {rules.map(({ rule, does, isOn }) => (
          <label key={rule}>
            <input
              type="checkbox"
              checked={isOn}
              disabled={setRule.isRunning}
              onChange={(event) => void setRule.run({ rule, isOn: event.currentTarget.checked }).catch(() => undefined)}
            />
            <span>
              <b>{t(`rule.${rule}`)}</b>
              <span className="muted">{does}</span>
            </span>
          </label>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
