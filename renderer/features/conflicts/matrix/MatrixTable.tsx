import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { measureWords } from '../../../../shared/code-words.ts';
import type { Matrix } from '../../../../shared/features/conflicts/contract.ts';
import type { Consistency } from '../../../../shared/features/conflicts/matrix.ts';
import { claimMenu, listMenus, useCommand, useOffers, useViewCommands, useWorkspace, wordsOf } from '../../../bridge/index.ts';
import { Grade } from '../../../ui/index.ts';
import { matrixKeys } from '../keys.ts';
import { leadOf } from '../words.ts';

/** Two strengths each way, and nothing: a second press is stronger. */
const markKeys: Readonly<Record<string, (now: Consistency | undefined) => Consistency | null>> = {
  '+': (now) => (now === 'C' ? 'CC' : 'C'),
  '-': (now) => (now === 'I' ? 'II' : 'I'),
  '0': () => 'N',
  Backspace: () => null,
  Delete: () => null,
};
/** A click goes round. */
const nextMark: Readonly<Record<Consistency | 'none', Consistency | null>> = { none: 'C', C: 'CC', CC: 'N', N: 'I', I: 'II', II: null };
const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export function MatrixTable({ matrix }: { matrix: Matrix }) {
  const { t, i18n } = useTranslation('conflicts');
  const mark = useCommand('conflicts.mark');
  const change = useCommand('conflicts.changeMatrix');
  const { selection, select } = useWorkspace();
  const table = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState({ row: 0, column: 0 });
  // Before anything was marked nothing leads: all are alike.
  const leads = ({ rank }: { readonly rank: number }) => rank === 1 && matrix.hypotheses.some((other) => other.rank > 1);
  const give = (hypothesisId: string, claimId: string, consistency: Consistency | null) =>
    void mark.run({ matrixId: matrix.id, hypothesisId, claimId, consistency }).catch(() => undefined);
  const takeOut = (claimId: string) =>
    void change.run({ id: matrix.id, claimIds: matrix.evidence.map(({ row }) => row.id).filter((id) => id !== claimId) }).catch(() => undefined);
  const press = (sign: string, { row, column } = place) => {
    const evidence = matrix.evidence[row];
    const hypothesis = matrix.hypotheses[column];
    const next = markKeys[sign];
    if (evidence === undefined || hypothesis === undefined || next === undefined) return;
    cellAt(row, column)?.focus();
    give(hypothesis.id, evidence.row.id, next(evidence.marks[hypothesis.id]));
  };
  const cellAt = (row: number, column: number) => table.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`);
  const isPlaced = matrix.evidence[place.row] !== undefined && matrix.hypotheses[place.column] !== undefined;
  const pressed = (sign: string) => (isPlaced ? () => press(sign) : undefined);
  useViewCommands(matrixKeys, { '+': pressed('+'), '−': pressed('-'), '0': pressed('0'), Del: pressed('Delete') });
  const selectedEvidence = matrix.evidence.find(({ row }) => selection.type === 'claim' && row.id === selection.id);
  useOffers([
    {
      id: 'conflicts.matrix.takeOut',
      title: t('matrix.takeOut'),
      run: selectedEvidence === undefined ? undefined : () => takeOut(selectedEvidence.row.id),
    },
  ]);
  const menus = listMenus((claimId, element) => {
    select({ type: 'claim', id: claimId });
    return claimMenu(claimId, wordsOf(element), [[{ label: t('matrix.takeOut'), icon: IconX, run: () => takeOut(claimId) }]]);
  });
  const onKeyDown = (event: KeyboardEvent, row: number, column: number) => {
    const step = arrows[event.key];
    const sign = event.key === '=' ? '+' : event.key;
    if (step !== undefined) {
      event.preventDefault();
      cellAt(row + step[0], column + step[1])?.focus();
    } else if (markKeys[sign] !== undefined) {
      event.preventDefault();
      press(sign, { row, column });
    }
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className="matrix-body" tabIndex={0} aria-label={matrix.question} {...menus}>
      <h2>{matrix.question}</h2>
      <table ref={table} className="matrix-table">
        <thead>
          <tr>
            <th scope="col">{t('matrix.evidence')}</th>
            {matrix.hypotheses.map((one) => (
              <th key={one.id} scope="col" data-leads={leads(one) ? '' : undefined}>
                <span className="matrix-hypothesis">{one.text}</span>
                <span className="matrix-against">
                  {leads(one) ? <b>{t('matrix.leads')}</b> : null} {t('matrix.against', { count: one.against })}
                  {one.unmarked === 0 ? null : <span className="muted"> · {t('matrix.unmarked', { count: one.unmarked })}</span>}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.evidence.map(({ row, marks, tellsApart }, rowIndex) => (
            <tr key={row.id} data-idle={tellsApart === false ? '' : undefined} title={tellsApart === false ? t('matrix.tellsNothing') : undefined}>
              <th scope="row">
                <div className="matrix-evidence">
                  <button
                    type="button"
                    className="matrix-claim"
                    data-entry={row.id}
                    aria-pressed={selection.type === 'claim' && selection.id === row.id}
                    onClick={() => select({ type: 'claim', id: row.id })}
                  >
                    <b>{leadOf(row, i18n.language)}</b>
                    {row.gist === '' ? null : <span className="matrix-gist">{row.gist}</span>}
                    <span className="cut muted">
                      {[measureWords(row.measure ?? ''), row.subject ?? row.actor, row.sourceTitle].filter(Boolean).join(' · ')}
                    </span>
                  </button>
                  <Grade source={row.grade} claim={row.credibility} />
                  <button type="button" className="icon-button matrix-out" aria-label={t('matrix.takeOut')} onClick={() => takeOut(row.id)}>
                    <IconX size={12} aria-hidden />
                  </button>
                </div>
              </th>
              {matrix.hypotheses.map((one, column) => {
                const given = marks[one.id];
                const word = t(`matrix.mark.${given ?? 'none'}`);
                return (
                  <td key={one.id}>
                    <button
                      type="button"
                      className="matrix-mark"
                      data-cell={`${rowIndex}-${column}`}
                      data-mark={given ?? 'none'}
                      title={word}
                      aria-label={t('matrix.cell', { claim: leadOf(row, i18n.language), hypothesis: one.text, mark: word })}
                      onClick={() => give(one.id, row.id, nextMark[given ?? 'none'])}
                      onFocus={() => setPlace({ row: rowIndex, column })}
                      onKeyDown={(event) => onKeyDown(event, rowIndex, column)}
                    >
                      {t(`matrix.sign.${given ?? 'none'}`)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {matrix.evidence.length === 0 ? <p className="muted matrix-none">{t('matrix.noEvidence')}</p> : null}
    </section>
  );
}
