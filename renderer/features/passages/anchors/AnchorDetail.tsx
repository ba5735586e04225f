// One passage: its words as they were beside the text of now, what became of each word, and the decision.
import { useTranslation } from 'react-i18next';
import { measureWords } from '../../../../shared/code-words.ts';
import type { PendingPassage } from '../../../../shared/features/passages/contract.ts';
import { formatPeriod } from '../../../../shared/period/index.ts';
import { claimMenu, listMenus, useCall, useWorkspace, wordsOf } from '../../../bridge/index.ts';
import { Kbd, valueText } from '../../../ui/index.ts';

type Place = PendingPassage['places'][number];

export interface AnchorDetailProps {
  readonly passage: PendingPassage;
  readonly position: string;
  /** Index of the chosen place. */
  readonly choice: number;
  readonly isRunning: boolean;
  onChoice(index: number): void;
  onDecide(decision: 'accept' | 'lost'): void;
  onChoose(): void;
}

export function AnchorDetail({ passage, position, choice, isRunning, onChoice, onDecide, onChoose }: AnchorDetailProps) {
  const { t } = useTranslation(['passages', 'words']);
  const { before, places, state } = passage;
  const place = places[choice];
  return (
    <article className="anchor-detail">
      <header className="anchor-head">
        <div>
          <p className="anchor-head-line">
            <span className="state-chip" data-state={state === 'lost' ? 'disputed' : 'stale'}>
              {t(`words:anchor.${state}`)}
            </span>
            <span className="muted">{position}</span>
          </p>
          <h2 className="source-words">{passage.sourceTitle}</h2>
          <p className="anchor-why">{t(`anchors.why.${state === 'lost' ? (places.length === 0 ? 'gone' : 'unsure') : 'changed'}`)}</p>
        </div>
      </header>
      <div className="anchor-sides">
        <section aria-label={t('anchors.then')}>
          <h3>{t('anchors.then')}</h3>
          <blockquote className="source-words">
            <span>{sameLineBefore(before.prefix)}</span>
            <Words place={place} side="removed" plain={before.exact} />
            <span>{sameLineAfter(before.suffix)}</span>
          </blockquote>
        </section>
        <section aria-label={t('anchors.now')}>
          <h3>
            {t('anchors.now')}
            {place === undefined ? null : <em>{t('anchors.score', { score: place.score })}</em>}
          </h3>
          {place === undefined ? (
            <p className="anchor-none">{t('anchors.none')}</p>
          ) : (
            <blockquote className="source-words">
              <span>{sameLineBefore(place.prefix)}</span>
              <Words place={place} side="added" plain={place.exact} />
              <span>{sameLineAfter(place.suffix)}</span>
            </blockquote>
          )}
          {places.length < 2 ? null : (
            <div className="anchor-places" role="radiogroup" aria-label={t('anchors.places')}>
              {places.map((one, index) => (
                // biome-ignore lint/a11y/useSemanticElements: a list of choices with their own layout
                <button key={one.start} type="button" role="radio" aria-checked={index === choice} onClick={() => onChoice(index)}>
                  <Kbd>{index + 1}</Kbd>
                  <span className="cut source-words">{`${sameLineBefore(one.prefix)}${one.exact}${sameLineAfter(one.suffix)}`}</span>
                  <em>{one.score}</em>
                </button>
              ))}
            </div>
          )}
        </section>
      </div>
      <ClaimsHere ids={passage.claimIds} />
      <footer className="anchor-bar">
        <button type="button" className="button" data-primary="" disabled={place === undefined || isRunning} onClick={() => onDecide('accept')}>
          {t('anchors.accept')}
          <Kbd>A</Kbd>
        </button>
        <button type="button" className="button" disabled={isRunning} onClick={onChoose}>
          {t('anchors.choose')}
          <Kbd>S</Kbd>
        </button>
        <button type="button" className="button" disabled={isRunning} onClick={() => onDecide('lost')}>
          {t('anchors.lost')}
          <Kbd>L</Kbd>
        </button>
      </footer>
    </article>
  );
}

/** Context ends at its own paragraph, or between words. */
function sameLineBefore(words: string): string {
  const at = words.lastIndexOf('\n');
  return at < 0 ? `…${words.slice(words.indexOf(' ') + 1)}` : words.slice(at + 1);
}

function sameLineAfter(words: string): string {
  const [at, space] = [words.indexOf('\n'), words.lastIndexOf(' ')];
  return at < 0 ? `${space < 0 ? words : words.slice(0, space)}…` : words.slice(0, at);
}

/** The words of one side; what the other side does not have is marked. */
function Words({ place, side, plain }: { place: Place | undefined; side: 'added' | 'removed'; plain: string }) {
  if (place === undefined) return <mark>{plain}</mark>;
  const own = place.changes.filter((change) => change.kind === 'kept' || change.kind === side);
  return (
    <mark>
      {own.map((change, index) =>
        change.kind === 'kept' ? (
          change.text
        ) : side === 'added' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no identity but their place
          <ins key={index}>{change.text}</ins>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no identity but their place
          <del key={index}>{change.text}</del>
        ),
      )}
    </mark>
  );
}

function ClaimsHere({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('passages');
  if (ids.length === 0) return null;
  const menus = listMenus((id, element) => claimMenu(id, wordsOf(element)));
  return (
    <section className="anchor-claims" aria-label={t('anchors.claims')} {...menus}>
      <h3>{t('anchors.claims')}</h3>
      {ids.map((id) => (
        <ClaimLine key={id} id={id} />
      ))}
    </section>
  );
}

function ClaimLine({ id }: { id: string }) {
  const { i18n } = useTranslation();
  const select = useWorkspace((state) => state.select);
  const claim = useCall('claims.get', { id }).data;
  if (claim === undefined) return null;
  const period = claim.period === null ? '' : formatPeriod(claim.period, i18n.language);
  const what = [measureWords(claim.measure ?? ''), claim.subject ?? claim.actor, period];
  return (
    <button type="button" className="anchor-claim cut" data-entry={id} onClick={() => select({ type: 'claim', id })}>
      <b>{valueText(claim, i18n.language)}</b> {what.filter(Boolean).join(', ')}
    </button>
  );
}
