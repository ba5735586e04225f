// Asks why figures say something else than their passages, before they do.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParting } from '../../../bridge/index.ts';
import { Dialog } from '../../../ui/index.ts';
import { saidText } from './said-text.ts';

const mostShown = 5;

export function PartingDialog() {
  const { t } = useTranslation('claims');
  const asked = useParting((state) => state.asked);
  const count = asked?.partings.length ?? 0;
  return (
    <Dialog title={t('parting.title', { count })} isOpen={asked !== undefined} onClose={() => asked?.answer(undefined)} size="small">
      {asked === undefined ? null : <PartingForm {...asked} />}
    </Dialog>
  );
}

function PartingForm({ partings, answer }: NonNullable<ReturnType<typeof useParting.getState>['asked']>) {
  const { t, i18n } = useTranslation('claims');
  const [reason, setReason] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        answer(reason.trim());
      }}
    >
      <ul className="partings">
        {partings.slice(0, mostShown).map(({ id, captured, now }) => (
          <li key={id}>
            <s>{saidText(captured, i18n.language)}</s>
            <span aria-hidden> → </span>
            <b>{saidText(now, i18n.language)}</b>
          </li>
        ))}
        {partings.length > mostShown ? <li className="muted">{t('parting.more', { count: partings.length - mostShown })}</li> : null}
      </ul>
      <TextInput
        data-autofocus
        label={t('parting.reason')}
        description={t('parting.kept', { count: partings.length })}
        inputWrapperOrder={['label', 'input', 'description']}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => answer(undefined)}>
          {t('parting.leave')}
        </button>
        <button type="submit" className="button" data-primary="">
          {t(reason.trim() === '' ? 'parting.changeUnsaid' : 'parting.change')}
        </button>
      </div>
    </form>
  );
}
