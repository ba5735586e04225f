import { IconCalendarEvent, IconNumber123, IconQuote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ClaimKind, claimKinds } from '../../../../shared/features/claims/model.ts';

const icons = { figure: IconNumber123, event: IconCalendarEvent, statement: IconQuote } as const;

export interface KindTabsProps {
  readonly kind: ClaimKind;
  /** A stored claim keeps its kind. */
  readonly isFixed: boolean;
  onChange(kind: ClaimKind): void;
}

/** Figure, event or statement; Alt 1 to 3 from anywhere in the form. */
export function KindTabs({ kind, isFixed, onChange }: KindTabsProps) {
  const { t } = useTranslation(['passages', 'ui']);
  return (
    <div className="capture-kinds" role="radiogroup" aria-label={t('capture.kind')}>
      {claimKinds
        .filter((candidate) => !isFixed || candidate === kind)
        .map((candidate) => {
          const KindIcon = icons[candidate];
          const keys = `Alt ${claimKinds.indexOf(candidate) + 1}`;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a segmented control; the native radio cannot carry the icon
            <button
              key={candidate}
              type="button"
              role="radio"
              aria-checked={candidate === kind}
              data-kind={candidate}
              title={keys}
              onClick={() => onChange(candidate)}
            >
              <KindIcon size={14} stroke={1.8} aria-hidden />
              {t(`ui:kind.${candidate}`)}
            </button>
          );
        })}
    </div>
  );
}
