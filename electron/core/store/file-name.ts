// Names of files that every common disk takes: 255 bytes at most, with what SQLite and the lock put behind them.

/** The longest of `-lock`, `-wal`, `-shm` and `-journal`. */
const besideBytes = '-journal'.length;
const mostBytes = 255 - besideBytes;

/** `base` is cut where it is too long to stand before `rest`. */
export function fileName(base: string, rest: string): string {
  let fitting = base;
  while (Buffer.byteLength(fitting + rest, 'utf8') > mostBytes) fitting = [...fitting].slice(0, -1).join('');
  return `${fitting}${rest}`;
}
