// Fields of a Word document: their instructions are no text, their results are. A form field may keep its result in its
// settings only.

interface OpenField {
  isInResult: boolean;
  readonly choices: string[];
  chosen: number;
  isChecked: boolean | undefined;
}

export function createFields() {
  const open: OpenField[] = [];
  return {
    /** Words here belong to the instructions of a field. */
    isInInstructions: (): boolean => open.some((field) => !field.isInResult),
    /** The result that a field has without words of its own, at its end. */
    mark(type: string): string {
      if (type === 'begin') open.push({ isInResult: false, choices: [], chosen: 0, isChecked: undefined });
      const field = open.at(-1);
      if (type === 'separate' && field !== undefined) field.isInResult = true;
      if (type !== 'end' || field === undefined) return '';
      open.pop();
      if (field.isChecked !== undefined) return field.isChecked ? '☒' : '☐';
      return field.isInResult ? '' : (field.choices[field.chosen] ?? '');
    },
    setting(name: string, value: string | undefined): void {
      const field = open.at(-1);
      if (field === undefined || field.isInResult) return;
      const isOn = value === undefined || value === '1' || value === 'true' || value === 'on';
      if (name === 'listEntry') field.choices.push(value ?? '');
      if (name === 'result') field.chosen = Number(value ?? 0);
      if (name === 'checkBox') field.isChecked = false;
      if (field.isChecked !== undefined && (name === 'checked' || name === 'default')) field.isChecked = isOn;
    },
  };
}
