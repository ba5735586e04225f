// What tests opened in this process: closed after each, by the setup file of vitest.config.ts. This module is loaded once
// for many files, and so cannot see to it itself.
const opened: (() => void)[] = [];

export function closeAfterTest(close: () => void): void {
  opened.push(close);
}

/** The latest first: an app before its folder. */
export function closeOpened(): void {
  for (const close of opened.splice(0).reverse()) close();
}
