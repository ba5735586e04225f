// A child that loops for ever once it is asked.
import { answerParent } from '../../electron/core/jobs/answer-parent.ts';

answerParent(() => {
  for (;;);
});
