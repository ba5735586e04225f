// The system's file picker for one workbook. The input element lives only as long as the question.
import { openWorkbookFile } from '../../bridge/index.ts';

export function chooseWorkbook(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.assay';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file !== undefined) void openWorkbookFile(file);
  });
  input.click();
}
