// The only way to what the user sees of the command line: nothing of it can command the terminal, and a reader that has seen
// enough (`| head`) ends it quietly.
import { spelled, spelledJson } from '../../shared/visible-text.ts';

let isGone = false;
let isListening = false;

/** Called before anything is written. */
export function listenToTerminal(): void {
  if (isListening) return;
  isListening = true;
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
      if (stream === process.stdout) isGone = true;
    });
}

/** Whether nobody reads what is written any more. */
export function hasNoReader(): boolean {
  return isGone;
}

export function printText(text: string): void {
  process.stdout.write(`${spelled(text)}\n`);
}

/** `indent` for people, none for one line. */
export function printJson(value: unknown, indent = 0): void {
  process.stdout.write(`${spelledJson(JSON.stringify(value, null, indent))}\n`);
}

/** Beside the answer. */
export function warn(text: string): void {
  process.stderr.write(`${spelled(text)}\n`);
}
