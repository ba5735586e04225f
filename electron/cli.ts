// The command line: the same core, in this process. One JSON document on stdout with --json, messages on stderr; exit 0
// done, 1 a clear refusal, 2 wrong usage.
import { AppError, toErrorShape } from '../shared/errors.ts';
import { parseCommand, UsageError, usage } from './commands/parse.ts';
import { runVerb } from './commands/verbs.ts';
import { errorWords } from './commands/words.ts';
import { asStoreError } from './core/store/store-error.ts';

export async function main(words: readonly string[]): Promise<number> {
  try {
    const command = parseCommand(words);
    const answer = await runVerb(command);
    if (answer !== undefined) process.stdout.write(command.isJson ? `${JSON.stringify(answer.json, null, 2)}\n` : `${answer.text}\n`);
    return answer?.exitCode ?? 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      return 2;
    }
    const told = asStoreError(error);
    process.stderr.write(`error: ${toErrorShape(told).code}: ${errorWords(told)}\n`);
    if (!(told instanceof AppError) && process.env.ASSAY_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 1;
  }
}
