// A rule of one's own: a name, a formula over measures, and the unit of what it computes.
import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormulaRule } from '../../../shared/features/checks/model.ts';
import { errorWords, notify, useCommand } from '../../bridge/index.ts';
import { Dialog, ErrorNotice } from '../../ui/index.ts';

export function FormulaDialog({ rule, onClose }: { rule: FormulaRule | undefined; onClose(): void }) {
  const { t } = useTranslation('checks');
  const save = useCommand('checks.saveFormula', { isQuiet: true });
  const remove = useCommand('checks.removeFormula');
  const [name, setName] = useState(rule?.name ?? '');
  const [formula, setFormula] = useState(rule?.formula ?? '');
  const [unit, setUnit] = useState(rule?.unit ?? 'PCT');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const saved = await save.run({ ...(rule === undefined ? {} : { id: rule.id }), name, formula, unit, isOn: rule?.isOn ?? true });
      if (saved.unknownMeasures.length > 0) notify({ tone: 'info', text: t('formula.unknown', { measures: saved.unknownMeasures.join(', ') }) });
      onClose();
    } catch {
      // shown below
    }
  };
  const takeOut = async () => {
    if (rule !== undefined) await remove.run({ id: rule.id }).catch(() => undefined);
    onClose();
  };
  return (
    <Dialog title={t(rule === undefined ? 'formula.add' : 'formula.change')} isOpen onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <div className="form-grid">
          <TextInput label={t('formula.name')} value={name} required onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput label={t('formula.unit')} value={unit} required onChange={(event) => setUnit(event.currentTarget.value.toUpperCase())} />
          <TextInput
            className="form-wide check-formula"
            label={t('formula.formula')}
            description={t('formula.hint')}
            value={formula}
            required
            spellCheck={false}
            onChange={(event) => setFormula(event.currentTarget.value)}
          />
        </div>
        {save.error === undefined ? null : <ErrorNotice message={errorWords(save.error)} />}
        <div className="dialog-actions">
          {rule === undefined ? null : (
            <button type="button" className="button" onClick={() => void takeOut()}>
              {t('formula.remove')}
            </button>
          )}
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>
            {t('formula.cancel')}
          </button>
          <button type="submit" className="button" data-primary="" disabled={save.isRunning || name.trim() === '' || formula.trim() === ''}>
            {t('formula.save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
