// A cell of the model's sheet: what is typed is stored on Enter or when the cell is left, and Escape gives it up.
import { useEffect, useState } from 'react';

export interface EditCellProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly isCode?: boolean;
  readonly isLong?: boolean;
  /** Undefined where the text cannot be stored: it stays marked. */
  onSave(text: string): Promise<unknown> | undefined;
}

export function EditCell({ label, value, placeholder, isCode = false, isLong = false, onSave }: EditCellProps) {
  const [text, setText] = useState(value);
  const [isWrong, setWrong] = useState(false);
  useEffect(() => setText(value), [value]);
  const store = async () => {
    if (text === value) return setWrong(false);
    const saving = onSave(text);
    if (saving === undefined) return setWrong(true);
    try {
      await saving;
      setWrong(false);
    } catch {
      setText(value);
    }
  };
  const shared = {
    'aria-label': label,
    'aria-invalid': isWrong,
    className: isCode ? 'edit-cell formula' : 'edit-cell',
    placeholder,
    value: text,
    spellCheck: false,
    title: text,
    onBlur: () => void store(),
  };
  if (isLong) return <textarea {...shared} rows={2} onChange={(event) => setText(event.currentTarget.value)} />;
  return (
    <input
      {...shared}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void store();
        if (event.key === 'Escape') setText(value);
      }}
    />
  );
}
