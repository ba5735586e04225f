// The system's file picker. The input element lives only as long as the question.
import { pickedFiles } from './chosen-files.ts';
import { bringIn } from './intake.ts';

function ask(prepare: (input: HTMLInputElement) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  prepare(input);
  input.addEventListener('change', () => void bringIn(pickedFiles(input.files ?? [])));
  input.click();
}

export function chooseFiles(): void {
  ask(() => undefined);
}

export function chooseFolder(): void {
  ask((input) => {
    input.webkitdirectory = true;
  });
}
