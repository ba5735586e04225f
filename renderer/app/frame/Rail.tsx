import { useTranslation } from 'react-i18next';
import type { WorkbookInfo } from '../../../shared/features/workbook/contract.ts';
import { useWorkspace, viewOf } from '../../bridge/index.ts';
import type { ViewSpec } from '../../ui/feature-manifest.ts';
import { views } from '../features.ts';

const bottomGroup = 9;
const mostShown = 99;
const inRail = views.filter((view) => view.rail !== undefined).sort((a, b) => (a.rail?.order ?? 0) - (b.rail?.order ?? 0));

const conflictView = inRail.some((view) => view.id === 'conflicts') ? 'conflicts' : 'ledger';

/** Open conflicts show on the view where they are decided. */
function badgeOf(view: ViewSpec, info: WorkbookInfo | undefined): number {
  return view.id === conflictView ? (info?.conflicts ?? 0) : 0;
}

function RailItem({ view, badge }: { view: ViewSpec; badge: number }) {
  const { t } = useTranslation();
  const isCurrent = useWorkspace((state) => state.focusedView !== undefined && viewOf(state.focusedView) === view.id);
  const openView = useWorkspace((state) => state.openView);
  const word = t(view.titleKey);
  return (
    <button
      type="button"
      className="rail-item"
      aria-current={isCurrent ? 'page' : undefined}
      title={view.goKey === undefined ? word : `${word}  G ${view.goKey.toUpperCase()}`}
      onClick={() => openView(view.id)}
    >
      <span className="rail-icon">
        <view.icon size={18} stroke={1.6} aria-hidden />
        {badge === 0 ? null : (
          <em className="rail-badge">
            {badge > mostShown ? `${mostShown}+` : badge}
            <span className="visually-hidden"> {t('app:railOpen')}</span>
          </em>
        )}
      </span>
      <span className="rail-word">{word}</span>
    </button>
  );
}

export function Rail({ info }: { info: WorkbookInfo | undefined }) {
  const { t } = useTranslation('app');
  return (
    <nav className="rail" aria-label={t('views')}>
      {inRail.map((view, index) => {
        const group = view.rail?.group;
        const isNewGroup = index > 0 && inRail[index - 1]?.rail?.group !== group;
        return [
          isNewGroup ? (
            group === bottomGroup ? (
              <span key={`space-${view.id}`} className="grow" />
            ) : (
              <i key={`rule-${view.id}`} className="rail-rule" />
            )
          ) : null,
          <RailItem key={view.id} view={view} badge={badgeOf(view, info)} />,
        ];
      })}
    </nav>
  );
}
