// Another workbook taken into this one.
import { useTranslation } from 'react-i18next';
import { mergeReview } from './merge-review.ts';
import { ReviewOutcome } from './review/ReviewOutcome.tsx';
import { ReviewView } from './review/ReviewView.tsx';

export function MergeView() {
  const { t } = useTranslation('exchange');
  return (
    <ReviewView
      review={mergeReview}
      counts={({ merged: { taken, united, same } }) =>
        [
          taken > 0 ? t('merge.taken', { count: taken }) : t('merge.noneTaken'),
          united > 0 ? t('merge.united', { count: united }) : '',
          same > 0 ? t('merge.same', { count: same }) : '',
        ]
          .filter(Boolean)
          .join(' · ')
      }
      outcome={({ merged: { taken, united, answered, same }, after }) => <ReviewOutcome counts={{ taken, united, answered, same }} after={after} />}
    />
  );
}
