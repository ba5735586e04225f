import i18next from 'i18next';
import type { AppError } from '../../../shared/errors.ts';
import { call, errorWords, notify } from '../../bridge/index.ts';

/** Checks the whole workbook and says what was found. */
export function verify(): void {
  call('workbook.verify', {}).then(
    ({ ok, problems }) =>
      ok
        ? notify({ tone: 'info', text: i18next.t('workbook:verified') })
        : notify({ tone: 'error', text: i18next.t('workbook:problems', { problems: problems.slice(0, 5).join('\n') }) }),
    (error: AppError) => notify({ tone: 'error', text: errorWords(error) }),
  );
}
