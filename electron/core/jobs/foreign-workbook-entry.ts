// Entry of the child process that looks one foreign workbook through.
import { checkForeign } from '../store/foreign/check.ts';
import { answerParent } from './answer-parent.ts';

answerParent(checkForeign);
