// A child that loops for ever once it is asked, and has said that it begins.
import { answerParent } from '../../electron/core/jobs/answer-parent.ts';

answerParent((_, report) => {
  report(0);
  for (;;);
});
