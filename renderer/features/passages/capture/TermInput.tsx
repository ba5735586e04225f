import { Autocomplete, TagsInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import type { TermField } from '../../../../shared/features/claims/contract.ts';
import { useCall } from '../../../bridge/index.ts';
import type { ControlProps } from './FieldShell.tsx';

const noTerms: readonly string[] = [];

/** Words that the workbook already uses in a field, for a depth those of its ladders first; asked for while the field has the focus. */
function useTerms(field: TermField | undefined, typed: string, isActive: boolean): string[] {
  const asked = useDeferredValue(typed.slice(0, 200));
  const answer = useCall('claims.terms', { field: field ?? 'tags', typed: asked }, { enabled: isActive && field !== undefined });
  const ladders = useCall('policy.words', {}, { enabled: isActive && field === 'depth' }).data?.ladders ?? [];
  const isLike = (word: string) => word.toLocaleLowerCase().includes(asked.toLocaleLowerCase());
  const steps = field === 'depth' ? ladders.flatMap((ladder) => ladder.steps.map(({ code }) => code)).filter(isLike) : noTerms;
  return [...new Set([...steps, ...(answer.data?.terms.map((term) => term.text) ?? noTerms)])];
}

export interface TermInputProps {
  readonly control: ControlProps;
  readonly terms: TermField;
  readonly value: string;
  onChange(value: string): void;
}

export function TermInput({ control, terms, value, onChange }: TermInputProps) {
  const [isActive, setActive] = useState(false);
  const data = useTerms(terms, value, isActive);
  return (
    <Autocomplete
      {...control}
      classNames={{ input: 'capture-input' }}
      data={data}
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      openOnFocus={false}
      maxDropdownHeight={180}
      onFocus={() => setActive(true)}
      onBlur={() => setActive(false)}
    />
  );
}

export interface NamesInputProps {
  readonly control: ControlProps;
  readonly terms: TermField | undefined;
  readonly value: readonly string[];
  readonly placeholder: string;
  onChange(value: readonly string[]): void;
}

/** Several names; Enter or a semicolon ends one. */
export function NamesInput({ control, terms, value, placeholder, onChange }: NamesInputProps) {
  const [isActive, setActive] = useState(false);
  const [typed, setTyped] = useState('');
  const data = useTerms(terms, typed, isActive);
  return (
    <TagsInput
      {...control}
      classNames={{ input: 'capture-input capture-names', pill: 'capture-pill', inputField: 'capture-names-field' }}
      data={data}
      filter={({ options }) => options}
      value={[...value]}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      splitChars={[';']}
      openOnFocus={false}
      maxDropdownHeight={180}
      placeholder={value.length === 0 ? placeholder : ''}
      onFocus={() => setActive(true)}
      onBlur={() => setActive(false)}
    />
  );
}
