// Entry of the child process that reads bibliographies of other programs.
import { answerParent } from './answer-parent.ts';
import { type ReadBibliography, readItems } from './bibliography/formats.ts';

answerParent<{ readonly text: string }, ReadBibliography>(({ text }) => readItems(text));
