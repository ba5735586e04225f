// Entry of the child process that checks one of our own workbooks.
import { answerParent } from './answer-parent.ts';
import { checkFile } from './check-file.ts';

answerParent(checkFile);
