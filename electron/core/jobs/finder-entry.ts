// Entry of the child process that looks for figures and dates in a long text.
import { answerParent } from './answer-parent.ts';
import { type Looked, lookThroughInSteps, type TextToLookThrough } from './finder/look-through.ts';

/** So that the end of the parent is noticed between two steps. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

answerParent<TextToLookThrough, Looked>(async (text, report) => {
  const looking = lookThroughInSteps(text);
  for (;;) {
    const { done, value } = looking.next();
    if (done) return value;
    report(value / text.text.length);
    await nextTurn();
  }
});
