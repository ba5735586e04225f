// Handing over: as what, what of it, what goes along, and what the receiver will see.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportFormats, usualExtras } from '../../../shared/features/exchange/contract.ts';
import { leavable, type ShareContent } from '../../../shared/features/exchange/share.ts';
import { errorWords, useCall } from '../../bridge/index.ts';
import { Dialog, ErrorNotice } from '../../ui/index.ts';
import { ChoosePart, type ChosenPart, nothingChosen } from './ChoosePart.tsx';
import { extrasOf, makeOut, type OutExtra } from './out-file.ts';
import { closeOut, type OutKind, useOut } from './out-state.ts';

const kinds: readonly OutKind[] = ['html', 'xlsx', 'part', ...exportFormats.filter((format) => format !== 'html' && format !== 'xlsx')];

export function OutDialog() {
  const { t } = useTranslation('exchange');
  const kind = useOut((state) => state.kind);
  return (
    <Dialog title={t('out.title')} isOpen={kind !== undefined} onClose={closeOut} size="large">
      {kind === undefined ? null : <Choices first={kind} />}
    </Dialog>
  );
}

function usualFor(kind: OutKind): ReadonlySet<OutExtra> {
  return new Set(kind === 'part' ? leavable : usualExtras(kind));
}

function Choices({ first }: { readonly first: OutKind }) {
  const { t } = useTranslation('exchange');
  const [kind, setKind] = useState(first);
  const [part, setPart] = useState<ChosenPart>();
  const [along, setAlong] = useState(usualFor(first));
  const chosen = part ?? nothingChosen;
  const isEmpty = part !== undefined && part.series.length + part.sources.length === 0;
  const choose = (next: OutKind) => {
    setKind(next);
    setAlong(usualFor(next));
  };
  const turn = (extra: OutExtra) => setAlong(new Set(along.has(extra) ? [...along].filter((one) => one !== extra) : [...along, extra]));
  return (
    <>
      <div className="out">
        <fieldset>
          <legend>{t('out.as')}</legend>
          {kinds.map((one) => (
            <label key={one} className="out-kind">
              <input type="radio" name="kind" checked={kind === one} onChange={() => choose(one)} />
              <span>
                <b>{t(one === 'part' ? 'out.part' : `out.format.${one}`)}</b>
                <span className="muted">{t(one === 'part' ? 'out.partDetail' : `out.formatDetail.${one}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="out-rest">
          <ChoosePart part={part} onChoose={setPart} />
          <fieldset>
            <legend>{t('out.with')}</legend>
            {extrasOf(kind).map((extra) => (
              <label key={extra}>
                <input type="checkbox" checked={along.has(extra)} onChange={() => turn(extra)} /> {t(`out.extra.${extra}`)}
              </label>
            ))}
          </fieldset>
          {isEmpty ? <p className="muted">{t('out.nothingChosen')}</p> : <Seen kind={kind} part={chosen} along={along} />}
        </div>
      </div>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={closeOut}>
          {t('out.cancel')}
        </button>
        <button
          type="button"
          className="button"
          data-primary=""
          disabled={isEmpty}
          onClick={() => {
            closeOut();
            void makeOut({ kind, ...chosen, with: along });
          }}
        >
          {t('out.make')}
        </button>
      </div>
    </>
  );
}

interface SeenProps {
  readonly kind: OutKind;
  readonly part: ChosenPart;
  readonly along: ReadonlySet<OutExtra>;
}

function Seen({ kind, part, along }: SeenProps) {
  const { t } = useTranslation('exchange');
  const without = kind === 'part' ? leavable.filter((one) => !along.has(one)) : [];
  const told = useCall('exchange.sharePreview', { series: [...part.series], sources: [...part.sources], without });
  if (told.isError) return <ErrorNotice message={errorWords(told.error)} onRetry={() => void told.refetch()} />;
  return (
    <section className="out-seen" aria-label={t('out.seen')} aria-busy={told.data === undefined}>
      <h3>{t('out.seen')}</h3>
      {told.data === undefined ? null : <SeenLines content={told.data} kind={kind} along={along} />}
    </section>
  );
}

function SeenLines({ content, kind, along }: Omit<SeenProps, 'part'> & { readonly content: ShareContent }) {
  const { t } = useTranslation('exchange');
  const { claims, sources, verdicts, notes, grades, people, fileNames, tables, leftOut } = content;
  const isPart = kind === 'part';
  const count = (name: 'claims' | 'sources' | 'verdicts' | 'notes' | 'grades' | 'fileNames', n: number) =>
    n === 0 ? [] : [t(`out.line.${name}`, { count: n })];
  const lines = [
    ...count('claims', claims),
    ...count('sources', sources),
    ...(isPart && sources > 0 ? [t('out.line.wholeSources')] : []),
    ...(isPart ? tables.map(({ title, rows, chosen }) => t('out.line.table', { title, count: rows, chosen })) : []),
    ...count('verdicts', verdicts),
    ...(along.has('notes') ? count('notes', notes) : []),
    ...(along.has('grades') ? count('grades', grades) : []),
    ...((isPart || along.has('people')) && people.length > 0 ? [t('out.line.people', { names: people.join(', ') })] : []),
    ...(isPart || along.has('fileNames') ? count('fileNames', fileNames) : []),
  ];
  const left = (['claims', 'sources', 'verdicts'] as const).flatMap((name) =>
    leftOut[name] === 0 ? [] : [t(`out.leftOutLine.${name}`, { count: leftOut[name] })],
  );
  return (
    <>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {left.length === 0 ? null : <p className="muted">{t('out.leftOut', { what: left.join(', ') })}</p>}
      {isPart ? <p className="muted">{t('out.unknown')}</p> : null}
    </>
  );
}
