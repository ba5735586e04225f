// The words that this workbook orders: scales of stages, which say what a word does to a life cycle, and ladders of depths.
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scale } from '../../../shared/features/policy/model.ts';
import { errorWords, useCall, useCommand } from '../../bridge/index.ts';
import { Dialog, ErrorNotice } from '../../ui/index.ts';
import { LineButton } from './LineButton.tsx';
import { ScaleForm } from './ScaleForm.tsx';

export function ScalesDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('policy');
  const scales = useCall('policy.described', {}).data?.scales ?? [];
  const forget = useCommand('policy.forget', { isQuiet: true });
  const [edited, setEdited] = useState<Scale | 'new'>();
  if (edited !== undefined) return <ScaleForm scale={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />;
  return (
    <Dialog
      title={t('scales')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('close')}
          </button>
          <button type="button" className="button" data-primary="" data-autofocus onClick={() => setEdited('new')}>
            <IconPlus size={14} stroke={1.8} aria-hidden /> {t('newScale')}
          </button>
        </>
      }
    >
      <p className="muted">{t('scalesHint')}</p>
      {scales.length === 0 ? <p>{t('noScales')}</p> : null}
      <ul className="policy-lines">
        {scales.map((scale) => {
          const name = scale.label || scale.code;
          return (
            <li key={scale.id}>
              <b>{name}</b>
              <span className="muted">{t(`scaleKind.${scale.kind}`)}</span>
              <span>{scale.steps.map((step) => step.label || step.code).join(' → ')}</span>
              <span className="grow" />
              <LineButton icon={IconPencil} label={t('editScale', { name })} onRun={() => setEdited(scale)} />
              <LineButton
                icon={IconX}
                label={t('removeScale', { name })}
                isDisabled={forget.isRunning}
                onRun={() => void forget.run({ record: 'scale', id: scale.id }).catch(() => undefined)}
              />
            </li>
          );
        })}
      </ul>
      {forget.error === undefined ? null : <ErrorNotice message={errorWords(forget.error)} />}
    </Dialog>
  );
}
