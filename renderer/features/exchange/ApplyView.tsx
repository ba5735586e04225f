// A spreadsheet that was exported and edited outside, taken back.
import { useTranslation } from 'react-i18next';
import type { ApplyResult } from './apply-review.ts';
import { applyReview } from './apply-review.ts';
import { ReviewOutcome } from './review/ReviewOutcome.tsx';
import { ReviewView } from './review/ReviewView.tsx';

export function ApplyView() {
  return (
    <ReviewView
      review={applyReview}
      counts={(result) => <Counts result={result} />}
      outcome={({ applied }) => (
        <ReviewOutcome counts={{ changed: applied?.changed ?? 0, added: applied?.added ?? 0, deleted: applied?.deleted ?? 0 }} after={[]} />
      )}
    />
  );
}

const mostIgnored = 50;

/** What stays as it is, and what of the file is not read, on demand. */
function Counts({ result: { unchanged, ignored, remarks } }: { readonly result: ApplyResult }) {
  const { t } = useTranslation('exchange');
  const told = t('apply.unchanged', { count: unchanged });
  if (ignored.length + remarks.length === 0) return told;
  return (
    <details className="apply-ignored">
      <summary>
        {told} · {t('apply.notTaken', { count: ignored.length + remarks.length })}
      </summary>
      <ul>
        {ignored.slice(0, mostIgnored).map(({ what, sheet, column, at, text, count }) => (
          <li key={`${what} ${sheet} ${column} ${at ?? ''} ${text}`}>
            {t(`apply.ignored.${what}`)}: {[sheet, column, at ?? ''].filter((part) => part !== '').join(', ')}
            {count > 1 ? ` (${count.toLocaleString()})` : ''}
          </li>
        ))}
        {remarks.slice(0, mostIgnored).map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </details>
  );
}
