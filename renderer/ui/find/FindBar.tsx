// The bar that finds words in a view: Enter and F3 go on, with Shift they go back, Escape leaves.
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Find } from './use-find.ts';
import './find.css';

export interface FindBarProps {
  readonly find: Find;
  /** What is looked through: "Find in this text". */
  readonly label: string;
  /** Grows each time that the bar is asked for: its words are selected to be typed over. */
  readonly asked: number;
}

export function FindBar({ find, label, asked }: FindBarProps) {
  const { t, i18n } = useTranslation('ui');
  const input = useRef<HTMLInputElement>(null);
  const { isOpen, query, hits, at, setQuery, step, close } = find;
  // biome-ignore lint/correctness/useExhaustiveDependencies: again each time that it is asked for
  useEffect(() => {
    if (!isOpen) return;
    input.current?.focus();
    input.current?.select();
  }, [isOpen, asked]);
  if (!isOpen) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    const isButton = event.target instanceof HTMLButtonElement;
    if (event.key === 'Escape') close();
    else if (event.key === 'F3' || (event.key === 'Enter' && !isButton)) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const number = new Intl.NumberFormat(i18n.language);
  const isNothing = query.trim() !== '' && hits.count === 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing is sent from here
    <div className="find-bar" role="search" aria-label={label} onKeyDown={onKeyDown}>
      <IconSearch size={14} stroke={1.8} aria-hidden />
      <input
        ref={input}
        type="text"
        aria-label={label}
        placeholder={label}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={isNothing || undefined}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <span className="find-count" role="status" data-none={isNothing ? '' : undefined}>
        {query.trim() === ''
          ? ''
          : hits.count === 0
            ? t('find.none')
            : t('find.count', { at: number.format(at + 1), total: number.format(hits.count) })}
      </span>
      <FindButton label={t('find.previous')} keys="Shift ↵" isDisabled={hits.count === 0} onRun={() => step(-1)} icon={IconChevronUp} />
      <FindButton label={t('find.next')} keys="↵" isDisabled={hits.count === 0} onRun={() => step(1)} icon={IconChevronDown} />
      <FindButton label={t('find.close')} keys="Esc" isDisabled={false} onRun={close} icon={IconX} />
    </div>
  );
}

interface FindButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly isDisabled: boolean;
  readonly icon: typeof IconX;
  onRun(): void;
}

function FindButton({ label, keys, isDisabled, icon: ButtonIcon, onRun }: FindButtonProps) {
  return (
    <button type="button" className="tool" aria-label={label} title={`${label}  ${keys}`} disabled={isDisabled} onClick={onRun}>
      <ButtonIcon size={14} stroke={1.8} aria-hidden />
    </button>
  );
}
