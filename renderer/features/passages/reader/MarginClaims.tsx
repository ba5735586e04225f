// Claims beside the text, each at its passage. Their places are measured after each layout.
import { memo, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../../../ui/index.ts';
import { claimLines, type MarginItem, stepDown } from './margin.ts';
import type { MarginClaim } from './reader-document.ts';

const gap = 4;
/** The card's own padding: its first line stands level with the passage. */
const lift = 2;

export interface MarginClaimsProps {
  readonly page: RefObject<HTMLElement | null>;
  readonly claims: readonly MarginClaim[];
  /** Changes whenever other parts of the text came into the document. */
  readonly mounted: unknown;
  readonly selected: string | undefined;
  onSelect(claimId: string): void;
}

export function MarginClaims({ page, claims, mounted, selected, onSelect }: MarginClaimsProps) {
  const { t } = useTranslation('passages');
  const margin = useRef<HTMLElement>(null);
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());
  const place = useCallback(() => {
    if (page.current === null || margin.current === null || margin.current.offsetParent === null) return;
    const measured = stepDown(measure(page.current, margin.current), gap);
    setTops((before) => (isSame(before, measured) ? before : measured));
  }, [page]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new claims and newly mounted text change what is measured
  useLayoutEffect(place, [place, claims, mounted]);
  useLayoutEffect(() => {
    if (page.current === null) return;
    const observer = new ResizeObserver(place);
    observer.observe(page.current);
    return () => observer.disconnect();
  }, [page, place]);

  return (
    <section className="reader-margin" ref={margin} aria-label={t('reader.margin')}>
      {claims.map((claim) => (
        <Card key={claim.row.id} claim={claim} top={tops.get(claim.row.id)} isSelected={claim.row.id === selected} onSelect={onSelect} />
      ))}
    </section>
  );
}

function measure(page: HTMLElement, margin: HTMLElement): MarginItem[] {
  const origin = page.getBoundingClientRect().top;
  const anchors = new Map<string, number>();
  for (const run of page.querySelectorAll<HTMLElement>('[data-claims]')) {
    const ids = (run.dataset['claims'] ?? '').split(' ').filter((id) => !anchors.has(id));
    if (ids.length === 0) continue;
    const top = (run.getClientRects()[0]?.top ?? 0) - origin - lift;
    for (const id of ids) anchors.set(id, top);
  }
  const items: MarginItem[] = [];
  for (const card of margin.querySelectorAll<HTMLElement>('[data-card]')) {
    const id = card.dataset['card'] ?? '';
    const anchor = anchors.get(id);
    if (anchor !== undefined) items.push({ id, anchor, height: card.offsetHeight });
  }
  return items;
}

function isSame(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([id, top]) => b.get(id) === top);
}

interface CardProps {
  readonly claim: MarginClaim;
  readonly top: number | undefined;
  readonly isSelected: boolean;
  onSelect(claimId: string): void;
}

const Card = memo(function Card({ claim: { row }, top, isSelected, onSelect }: CardProps) {
  const { t, i18n } = useTranslation(['words', 'passages']);
  const { value, what, when } = claimLines(row, i18n.language, t);
  return (
    <button
      type="button"
      className="margin-claim"
      data-card={row.id}
      data-kind={row.kind}
      aria-current={isSelected ? 'true' : undefined}
      style={top === undefined ? { visibility: 'hidden' } : { top }}
      onClick={() => onSelect(row.id)}
    >
      <span className="margin-value">
        <b className="cut">{value}</b>
        {row.state === null || row.state === 'single' ? null : <StateMark state={row.state} size={11} />}
      </span>
      <span className="margin-detail" title={[row.subject, what, when].filter(Boolean).join(', ')}>
        <span className="cut">{what === '' || when === '' ? what : `${what},`}</span>
        {when === '' ? null : <span>{when}</span>}
      </span>
    </button>
  );
});
