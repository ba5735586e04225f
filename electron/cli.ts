// The command line: the same core, in this process. One JSON document on stdout with --json, messages on stderr; exit 0
// done, 1 a clear refusal, 2 wrong usage.
import { AppError, toErrorShape } from '../shared/errors.ts';
import { parseCommand, UsageError, usage } from './commands/parse.ts';
import { listenToTerminal, printJson, printText, warn } from './commands/terminal.ts';
import { runVerb } from './commands/verbs.ts';
import { errorWords } from './commands/words.ts';
import { asStoreError } from './core/store/store-error.ts';

export async function main(words: readonly string[]): Promise<number> {
  listenToTerminal();
  try {
    const command = parseCommand(words);
    const answer = await runVerb(command);
    if (answer !== undefined && command.isJson) printJson(answer.json, 2);
    else if (answer !== undefined) printText(answer.text);
    return answer?.exitCode ?? 0;
  } catch (error) {
    if (error instanceof UsageError) {
      warn(`${error.message}\n\n${usage.trimEnd()}`);
      return 2;
    }
    const told = asStoreError(error);
    warn(`error: ${toErrorShape(told).code}: ${errorWords(told)}`);
    if (!(told instanceof AppError) && process.env.ASSAY_DEBUG) warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
}
