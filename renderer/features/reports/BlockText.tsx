// A block as it is read: words with their locks, each with its state and its note.
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { referencesIn } from '../../../shared/features/reports/references.ts';
import type { BlockView, LockView, TypedView } from './use-reports.ts';

export interface BlockTextProps {
  readonly block: BlockView;
  readonly locks: ReadonlyMap<string, LockView>;
  /** Numbers of this block that were typed by hand, by their place in its text. */
  readonly typed: readonly TypedView[];
  onLock(lock: LockView): void;
}

export function BlockText({ block, ...shown }: BlockTextProps) {
  const inline = (text: string) => <Inline text={text} {...shown} />;
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(4, block.level + 1)}` as 'h2';
      return <Heading>{inline(block.text)}</Heading>;
    }
    case 'list':
      return (
        <List isNumbered={/^\s*\d+[.)]/.test(block.text)}>
          {keyed(block.text.split('\n')).map(({ key, one }) => (
            <li key={key}>{inline(one.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, ''))}</li>
          ))}
        </List>
      );
    case 'quote':
      return <blockquote>{inline(block.text.replace(/^ {0,3}> ?/gm, ''))}</blockquote>;
    case 'table':
      return <Table text={block.text} inline={inline} />;
    case 'code':
      return <pre>{block.text}</pre>;
    default:
      return <p>{inline(block.text)}</p>;
  }
}

function List({ isNumbered, children }: { readonly isNumbered: boolean; readonly children: ReactNode }) {
  return isNumbered ? <ol>{children}</ol> : <ul>{children}</ul>;
}

function Table({ text, inline }: { readonly text: string; inline(text: string): ReactNode }) {
  const rows = text.split('\n').map((line) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|'),
  );
  const [head = [], , ...body] = rows;
  return (
    <table>
      <thead>
        <tr>
          {keyed(head).map(({ key, one }) => (
            <th key={key}>{inline(one.trim())}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(body.map((row) => row.join('|'))).map(({ key, one }) => (
          <tr key={key}>
            {keyed(one.split('|')).map(({ key: at, one: cell }) => (
              <td key={at}>{inline(cell.trim())}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Inline({ text, locks, typed, onLock }: Omit<BlockTextProps, 'block'> & { readonly text: string }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { scheme, start, end, shown, destination } of referencesIn(text)) {
    parts.push(<Words key={at} text={text.slice(at, start)} typed={typed} />);
    const lock = locks.get(destination.replace(/^.*#/, ''));
    if (scheme === 'typed') parts.push(<span key={start}>{shown}</span>);
    else if (lock !== undefined) parts.push(<LockMark key={start} lock={lock} onLock={onLock} />);
    at = end;
  }
  parts.push(<Words key={at} text={text.slice(at)} typed={typed} />);
  return <>{parts}</>;
}

function LockMark({ lock, onLock }: { readonly lock: LockView; onLock(lock: LockView): void }) {
  const { t } = useTranslation('reports');
  const choose = (event: MouseEvent) => {
    event.stopPropagation();
    onLock(lock);
  };
  const now = lock.state === 'sound' || lock.now === null ? '' : t('nowIs', { value: lock.now.text });
  return (
    <>
      <button
        type="button"
        className="report-lock"
        data-state={lock.settled ? 'sound' : lock.state}
        title={`${t(`state.${lock.state}`)} ${now}`}
        onClick={choose}
      >
        {lock.printed}
      </button>
      {lock.note === null ? null : <sup>{lock.note}</sup>}
    </>
  );
}

/** Emphasis, and numbers typed by hand: what else Markdown knows is shown as it is written. */
function Words({ text, typed }: { readonly text: string; readonly typed: readonly TypedView[] }) {
  const { t } = useTranslation('reports');
  const numbers = typed.filter(({ reason }) => reason === '').map(({ exact }) => exact);
  const parts = numbers.length === 0 ? [text] : text.split(new RegExp(`(${numbers.map(plainPattern).join('|')})`));
  return (
    <>
      {keyed(parts).map(({ key, one }) =>
        numbers.includes(one) ? (
          <span key={key} className="report-typed" title={t('typedNumber')}>
            {one}
          </span>
        ) : (
          <Emphasised key={key} text={one} />
        ),
      )}
    </>
  );
}

function plainPattern(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function Emphasised({ text }: { readonly text: string }) {
  return (
    <>
      {keyed(text.split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)).map(({ key, one: part }) => {
        if (part.startsWith('**') && part.length > 4) return <strong key={key}>{part.slice(2, -2)}</strong>;
        return part.startsWith('*') && part.length > 2 ? <em key={key}>{part.slice(1, -1)}</em> : <span key={key}>{part}</span>;
      })}
    </>
  );
}

/** Texts with a key each: one that stands twice is told apart by its turn. */
function keyed(texts: readonly string[]): { readonly key: string; readonly one: string }[] {
  const met = new Map<string, number>();
  return texts.map((one) => {
    const turn = (met.get(one) ?? 0) + 1;
    met.set(one, turn);
    return { key: `${turn} ${one}`, one };
  });
}
