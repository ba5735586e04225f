// Entry of the child process that looks one foreign workbook through and then ends.
import { toErrorShape } from '../../../shared/errors.ts';
import { checkForeign, type ForeignRequest } from '../store/foreign/check.ts';
import { asStoreError } from '../store/store-error.ts';

process.once('message', (request) => {
  const done = (message: object) => void process.send?.(message, () => process.disconnect());
  try {
    done({ ok: true, value: checkForeign(request as ForeignRequest) });
  } catch (error) {
    done({ ok: false, error: toErrorShape(asStoreError(error)) });
  }
});
