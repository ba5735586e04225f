import { useTranslation } from 'react-i18next';

export interface GradeProps {
  /** Admiralty letter of the source; null where it is not graded yet. */
  readonly source: string | null;
  /** Admiralty digit of the claim; leave out where only a source is graded. */
  readonly claim?: number | null;
}

/** Grade chip: letter and digit, with the meaning in words for pointer and screen reader. */
export function Grade({ source, claim }: GradeProps) {
  const { t } = useTranslation('ui');
  const letter = source ?? '?';
  const words = [t(`grade.source.${source ?? 'none'}`), claim == null ? '' : t(`grade.claim.${claim}`)].filter((part) => part !== '').join(' · ');
  return (
    <span className="grade" data-source={source ?? 'none'} title={words} role="img" aria-label={words}>
      <b>{letter}</b>
      {claim ?? ''}
    </span>
  );
}
