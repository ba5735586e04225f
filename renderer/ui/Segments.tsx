export interface Segment<K extends string> {
  readonly key: K;
  readonly label: string;
  readonly count?: number;
}

export interface SegmentsProps<K extends string> {
  readonly label: string;
  readonly segments: readonly Segment<K>[];
  readonly chosen: K;
  onChoose(key: K): void;
}

/** Each of the choices in words that stand alone, to be offered as a command. */
export function segmentOffers<K extends string>({ label, segments, onChoose }: Omit<SegmentsProps<K>, 'chosen'>) {
  return segments.map(({ key, label: word }) => ({ id: `segment.${key}`, title: `${label}: ${word}`, run: () => onChoose(key) }));
}

/** One of a few, side by side, each with its number. */
export function Segments<K extends string>({ label, segments, chosen, onChoose }: SegmentsProps<K>) {
  return (
    <div className="segments" role="radiogroup" aria-label={label}>
      {segments.map(({ key, label: word, count }) => (
        // biome-ignore lint/a11y/useSemanticElements: a segmented control
        <button key={key} type="button" role="radio" aria-checked={key === chosen} onClick={() => onChoose(key)}>
          {word} {count === undefined ? null : <em>{count}</em>}
        </button>
      ))}
    </div>
  );
}
