// Who stands where: one line a position with what was held before it.
import { useTranslation } from 'react-i18next';
import type { Position } from '../../../shared/features/policy/contract.ts';
import { useWindowText } from '../../ui/shown-text.ts';
import { EvidenceButton } from './EvidenceButton.tsx';

export function Stance({ stance }: { stance: Position['stance'] }) {
  const { t } = useTranslation('words');
  return (
    <span className="stance" data-stance={stance}>
      <i aria-hidden />
      {t(`stance.${stance}`)}
    </span>
  );
}

export function PositionsTable({ positions, about }: { positions: readonly Position[]; about?: string }) {
  const { t } = useTranslation('policy');
  return (
    <table className="policy-table">
      <thead>
        <tr>
          <th>{t('column.actor')}</th>
          <th>{t('column.stance')}</th>
          <th>{t('column.gist')}</th>
          <th>{t('column.saidBy')}</th>
          <th>{t('column.when')}</th>
        </tr>
      </thead>
      <tbody>
        {positions.map((position) => (
          <PositionRows key={`${position.actor}${position.about}${position.stance}${position.claims.join()}`} {...{ position, about }} />
        ))}
      </tbody>
    </table>
  );
}

function PositionRows({ position, about }: { position: Position; about: string | undefined }) {
  const { t } = useTranslation('policy');
  const dated = useWindowText();
  const { actor, stance, when, gist, by, via, named, state, earlier, claims } = position;
  const said = via !== null && via !== actor ? t('viaName', { name: via }) : by !== null && by !== actor ? by : named ? '' : t('unnamed');
  return (
    <>
      <tr>
        <th>
          {actor}
          {about !== undefined && position.about !== about ? (
            <span className="muted policy-on-part">{t('onPart', { name: position.about })}</span>
          ) : null}
        </th>
        <td>
          <Stance stance={stance} />
          {state === 'held' ? null : (
            <span className={state === 'disputed' ? 'policy-disputed' : 'policy-changed'}>{t(`positionState.${state}`)}</span>
          )}
        </td>
        <td>
          <EvidenceButton claims={claims}>{gist === '' ? t('noGist') : gist}</EvidenceButton>
        </td>
        <td className="muted">{said}</td>
        <td>{dated(when)}</td>
      </tr>
      {earlier.map((one) => (
        <tr key={one.claims.join()} className="policy-earlier">
          <th>{t('before')}</th>
          <td>
            <Stance stance={one.stance} />
          </td>
          <td>
            <EvidenceButton claims={one.claims}>{one.gist === '' ? t('noGist') : one.gist}</EvidenceButton>
          </td>
          <td />
          <td>{dated(one.when)}</td>
        </tr>
      ))}
    </>
  );
}
