import { IconCheck, IconClockExclamation, IconEqual, IconSquareRotatedFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { words } from '../../bridge/index.ts';
import { momentText } from '../../ui/index.ts';
import { choiceOf } from './choices.ts';
import { differenceOf } from './difference.ts';
import type { GroupWithRows } from './use-give-verdict.ts';
import { groupTitle } from './words.ts';

const stateIcons = { open: IconSquareRotatedFilled, explained: IconEqual, closed: IconCheck, stale: IconClockExclamation } as const;

export function DetailHead({ group, position }: { group: GroupWithRows; position: string | undefined }) {
  const { t, i18n } = useTranslation('conflicts');
  const StateIcon = stateIcons[group.state];
  const difference = group.kind === 'value' ? differenceOf(group.rows, i18n.language) : undefined;
  return (
    <header className="conflict-head">
      <div>
        <p className="conflict-head-line">
          <span className="conflict-chip" data-state={group.state}>
            <StateIcon size={group.state === 'open' ? 9 : 12} stroke={2.2} aria-hidden />
            {t(group.tension ? 'chip.tension' : 'chip.conflict', { kind: t(`kind.${group.kind}`) })}
          </span>
          <span className="muted">{position ?? t(`state.${group.state}`)}</span>
        </p>
        <h2>{groupTitle(group.title, i18n.language)}</h2>
        <p className="conflict-why">{words(group.why)}</p>
        <Decided group={group} />
      </div>
      {difference === undefined ? null : (
        <dl className="conflict-difference">
          <dt>{t(group.rows.length > 2 ? 'spread' : 'difference')}</dt>
          <dd>{difference.text}</dd>
          {difference.share === undefined ? null : <dd className="muted">{t('ofLower', { share: difference.share })}</dd>}
        </dl>
      )}
    </header>
  );
}

/** What was decided, by whom and why; a claim that changed since makes it stale. */
function Decided({ group }: { group: GroupWithRows }) {
  const { t, i18n } = useTranslation('conflicts');
  const { decision } = group;
  if (decision === null) return null;
  const choice = choiceOf(group, group.rows);
  const verdict = choice?.type === 'adopt' ? t('decided.adopt', { letter: choice.letter }) : t(`decided.${decision.outcome}`);
  return (
    <p className="conflict-decided" data-state={group.state}>
      <b>{verdict}</b> {decision.reason}{' '}
      <span className="muted">
        {t('byAt', { by: decision.by === '' ? t('unnamedPerson') : decision.by, at: momentText(decision.at, i18n.language) })}
      </span>
      {group.state === 'stale' ? <span className="conflict-stale"> {t('staleBecause')}</span> : null}
    </p>
  );
}
