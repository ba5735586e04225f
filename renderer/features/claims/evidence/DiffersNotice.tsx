import { useTranslation } from 'react-i18next';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import { runCommand } from '../../../ui/commands.ts';
import { DiffersMark, Kbd } from '../../../ui/index.ts';
import { saidText } from '../parting/said-text.ts';

/** What was captured, where the claim no longer says what its passage reads as, why, and the way back. */
export function DiffersNotice({ captured, capturedReason }: Pick<ClaimRow, 'captured' | 'capturedReason'>) {
  const { t, i18n } = useTranslation('evidence');
  if (captured === null) return null;
  return (
    <div className="evidence-differs">
      <p>
        <DiffersMark />
        <b>{t('differs.title')}</b>
        <button type="button" className="link-button" onClick={() => runCommand('evidence.asCaptured')}>
          {t('differs.back')}
          <Kbd>B</Kbd>
        </button>
      </p>
      <p>{t('differs.captured', { said: saidText(captured, i18n.language) })}</p>
      <p className={capturedReason === '' ? 'muted' : ''}>
        {capturedReason === '' ? t('differs.noReason') : t('differs.because', { reason: capturedReason })}
      </p>
    </div>
  );
}
