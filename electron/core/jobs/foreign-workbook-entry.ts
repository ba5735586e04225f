// Entry of the child process that looks one foreign workbook through.
import { checkForeign, type ForeignRequest } from '../store/foreign/check.ts';
import { asStoreError } from '../store/store-error.ts';
import { answerParent } from './answer-parent.ts';

answerParent((request: ForeignRequest) => {
  try {
    return checkForeign(request);
  } catch (error) {
    throw asStoreError(error);
  }
});
