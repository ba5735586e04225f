// A refusal of the core, at the field that it names.

import type { AppError } from '../../../../shared/errors.ts';
import { errorWords } from '../../../bridge/index.ts';
import type { FieldErrors } from './claim-of-values.ts';
import { isFieldName } from './form-values.ts';

const formNames: Readonly<Record<string, string>> = { magnitude: 'value', low: 'value', high: 'value', edtf: 'period' };

export function serverErrors(error: AppError): FieldErrors {
  const { field } = error.details;
  const last = typeof field === 'string' ? (field.split('.').at(-1) ?? field) : '';
  const name = formNames[last] ?? last;
  return { [isFieldName(name) ? name : 'form']: errorWords(error) };
}
