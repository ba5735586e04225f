// One passage at the foot of the Reader: what the analyst says of it, the claims on it, and the next one at the same place.
import { NativeSelect, TagsInput } from '@mantine/core';
import { IconTrash, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { motivations, type Passage, passageColours } from '../../../../shared/features/passages/model.ts';
import { useCommand } from '../../../bridge/index.ts';
import { Kbd, MarkdownField } from '../../../ui/index.ts';
import './passage-card.css';

export interface PassageCardProps {
  readonly passage: Passage & { readonly claimIds: readonly string[] };
  readonly at: number;
  readonly of: number;
  next(): void;
  onCapture(): void;
  onClose(): void;
}

export function PassageCard({ passage, at, of, next, onCapture, onClose }: PassageCardProps) {
  const { t } = useTranslation('passages');
  const update = useCommand('passages.update');
  const unmark = useCommand('passages.unmark');
  const [comment, setComment] = useState(passage.comment);
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus({ preventScroll: true }), []);
  const change = (patch: Parameters<typeof update.run>[0]['patch']) => void update.run({ id: passage.id, patch }).catch(() => undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    const isField = (event.target as HTMLElement).closest('input, textarea, select') !== null;
    if (event.key === 'Escape') {
      if (comment !== passage.comment) change({ comment });
      onClose();
      event.preventDefault();
      event.stopPropagation();
    } else if (!isField && !event.ctrlKey && !event.altKey && event.key.toLowerCase() === 'h') next();
    else if (!isField && !event.ctrlKey && !event.altKey && event.key.toLowerCase() === 'c') onCapture();
    else return;
    event.preventDefault();
  };
  return (
    <section className="passage-card" ref={card} tabIndex={-1} aria-label={t('card.title')} onKeyDown={onKeyDown}>
      <header>
        <b className="cut source-words">{passage.exact}</b>
        <span className="muted">{t('card.claims', { count: passage.claimIds.length })}</span>
        <span className="grow" />
        <button type="button" className="tool" disabled={of < 2} onClick={next}>
          {t('card.here', { at: at + 1, of })}
          <Kbd>H</Kbd>
        </button>
        <button type="button" className="tool" onClick={onCapture}>
          {t(passage.claimIds.length === 0 ? 'card.capture' : 'card.another')}
          <Kbd>C</Kbd>
        </button>
        {passage.claimIds.length > 0 ? null : (
          <button
            type="button"
            className="tool"
            aria-label={t('card.remove')}
            title={t('card.remove')}
            onClick={() => void unmark.run({ id: passage.id }).then(onClose, () => undefined)}
          >
            <IconTrash size={14} aria-hidden />
          </button>
        )}
        <button type="button" className="tool" aria-label={t('card.close')} title={t('card.close')} onClick={onClose}>
          <IconX size={14} aria-hidden />
        </button>
      </header>
      <div className="passage-card-fields" data-editor="on-leave">
        <MarkdownField
          className="passage-card-comment"
          label={t('card.comment')}
          rows={2}
          inputClassName="capture-input"
          value={comment}
          onChange={setComment}
          onBlur={() => comment !== passage.comment && change({ comment })}
        />
        <TagsInput
          label={t('card.tags')}
          classNames={{ input: 'capture-input capture-names' }}
          value={passage.tags}
          onChange={(tags) => change({ tags })}
        />
        <NativeSelect
          label={t('card.colour')}
          classNames={{ input: 'capture-input' }}
          value={passage.colour ?? ''}
          onChange={(event) => change({ colour: passageColours.find((colour) => colour === event.currentTarget.value) ?? null })}
        >
          <option value="">{t('card.noColour')}</option>
          {passageColours.map((colour) => (
            <option key={colour} value={colour}>
              {t(`card.colours.${colour}`)}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          label={t('card.motivation')}
          classNames={{ input: 'capture-input' }}
          value={passage.motivation}
          onChange={(event) => change({ motivation: motivations.find((word) => word === event.currentTarget.value) ?? 'highlighting' })}
        >
          {motivations.map((word) => (
            <option key={word} value={word}>
              {t(`card.motivations.${word}`)}
            </option>
          ))}
        </NativeSelect>
      </div>
    </section>
  );
}
