// A figure's value. The qualifier and the unit stand in a quieter tone, so that the digits lead the eye.

const markPattern = /^([<>≤≥≈≲])[\s\u00a0]*/u;

export interface ValueProps {
  /** As rows carry it: "> 50 %", "≈ 4.6bn USD", "70–85 %". */
  readonly text: string;
  readonly withoutUnit?: boolean;
  readonly status?: string | null;
}

export interface ValueParts {
  readonly mark: string;
  readonly digits: string;
  readonly unit: string;
}

/** Splits a shown value at its no-break spaces: qualifier, digits, unit. */
export function valueParts(text: string): ValueParts {
  const mark = markPattern.exec(text)?.[1] ?? '';
  const rest = text.replace(markPattern, '');
  const gap = rest.search(/[\s\u00a0]/u);
  return gap < 0 ? { mark, digits: rest, unit: '' } : { mark, digits: rest.slice(0, gap), unit: rest.slice(gap + 1) };
}

export function Value({ text, withoutUnit = false, status }: ValueProps) {
  const { mark, digits, unit } = valueParts(text);
  return (
    <span className="value" data-status={status ?? undefined} data-null={text === '–' ? '' : undefined}>
      {mark === '' ? null : <span className="value-mark">{mark}&nbsp;</span>}
      {digits}
      {unit === '' || withoutUnit ? null : <span className="value-unit">&nbsp;{unit}</span>}
    </span>
  );
}
