// Entry of the child process that looks one foreign workbook through.
import { derivedProblems } from '../derived.ts';
import { checkForeign, type ForeignRequest } from '../store/foreign/check.ts';
import { answerParent } from './answer-parent.ts';

answerParent((request: ForeignRequest) => checkForeign(request, derivedProblems));
