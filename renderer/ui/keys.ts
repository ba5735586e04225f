// Keys are written once, as they are shown: "Ctrl Shift Z", "F3", "N". What is shown is what answers.

export interface KeySpec {
  /** One combination; or, for the list of keys alone, several: "← →", "1–9". */
  readonly keys: string;
  /** Key of the catalogue with its namespace: what it does. */
  readonly doesKey: string;
  /** A word or two for the status bar, where it is shown while the view is in use. */
  readonly hintKey?: string;
  /** There with its counterpart, in one: "J K". */
  readonly hintAs?: string;
}

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const shownAs: Readonly<Record<string, string>> = {
  '↵': 'enter',
  Esc: 'escape',
  Del: 'delete',
  '←': 'arrowleft',
  '→': 'arrowright',
  '↑': 'arrowup',
  '↓': 'arrowdown',
};

/** Whether a combination as it is shown is the one that was pressed. Signs such as "?" come with whatever Shift they need. */
export function isPressed(shown: string, event: KeyPress): boolean {
  const parts = shown.split(' ');
  const key = parts.pop()!;
  const isSign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key) && shownAs[key] === undefined;
  return (
    event.key.toLowerCase() === (shownAs[key] ?? key.toLowerCase()) &&
    (event.ctrlKey || event.metaKey) === parts.includes('Ctrl') &&
    event.altKey === parts.includes('Alt') &&
    (isSign || event.shiftKey === parts.includes('Shift'))
  );
}

/** Keys that answer whatever view is in use. */
export function isForAllViews(shown: string): boolean {
  return shown === '?' || /^(Ctrl|Alt) /.test(shown);
}

/** Keys that mean nothing to a field: they answer while something is typed, too. */
export function isForeignToFields(shown: string): boolean {
  return /^(Shift )?F\d+$/.test(shown) || /^Ctrl [BDEFGHIJKLMNOPQRSTUW]$/.test(shown) || shown.startsWith('Alt ');
}
