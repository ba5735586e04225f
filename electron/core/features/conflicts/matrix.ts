// Matrices of rival explanations: hypotheses across, claims down, a mark where they meet.

import { codeWords } from '../../../../shared/code-words.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { ClaimRow } from '../../../../shared/features/claims/contract.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { ListedGroup, Matrix } from '../../../../shared/features/conflicts/contract.ts';
import { rankHypotheses, tellsApart } from '../../../../shared/features/conflicts/matrix.ts';
import { titleText } from '../../../../shared/features/conflicts/title.ts';
import { message } from '../../../../shared/message.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { MatrixRepository, StoredMatrix } from './repository.ts';

export interface MatrixOptions {
  readonly matrices: MatrixRepository;
  readonly claims: { find(id: string): Claim | undefined };
  rowOf(claim: Claim): ClaimRow;
  getGroup(id: string): ListedGroup;
}

type MatrixVerbs = Pick<Handlers<'conflicts'>, 'matrices' | 'matrix' | 'startMatrix' | 'changeMatrix' | 'mark' | 'removeMatrix'>;

export function createMatrixHandlers({ matrices, claims, rowOf, getGroup }: MatrixOptions): MatrixVerbs {
  function getStored(id: string): StoredMatrix {
    const matrix = matrices.find(id);
    if (matrix === undefined) throw new AppError('not-found', 'conflicts.unknownMatrix', { id });
    return matrix;
  }

  /** The hypotheses with what stands against each, and the claims that are weighed. */
  function weigh(id: string) {
    const { question, claims: claimIds } = getStored(id);
    const marks = matrices.marks(id);
    const stored = matrices.hypotheses(id);
    const evidence = claimIds.flatMap((claimId) => claims.find(claimId) ?? []);
    const counted = evidence.filter((claim) => claim.rank !== 'deprecated').map((claim) => claim.id);
    const standings = rankHypotheses(
      stored.map((one) => one.id),
      counted,
      marks,
    );
    const hypotheses = stored.map(({ id: hypothesisId, text }, index) => {
      const { against, rank, unmarked } = standings[index]!;
      return { id: hypothesisId, text, against, rank, unmarked };
    });
    return { id, question, hypotheses, evidence, marks };
  }

  function read(id: string): Matrix {
    const { evidence, marks, ...matrix } = weigh(id);
    const ids = matrix.hypotheses.map((one) => one.id);
    return {
      ...matrix,
      evidence: evidence.map((claim) => ({
        row: rowOf(claim),
        marks: Object.fromEntries(marks.flatMap((mark) => (mark.claimId === claim.id ? [[mark.hypothesisId, mark.consistency]] : []))),
        tellsApart: tellsApart(claim.id, ids, marks) ?? null,
      })),
    };
  }

  function assertClaims(ids: readonly string[]): void {
    const missing = ids.find((id) => claims.find(id) === undefined);
    if (missing !== undefined) throw new AppError('not-found', 'claims.unknown', { id: missing });
  }

  /** Hypotheses that are no longer named go with their marks. */
  function setHypotheses(matrixId: string, wanted: readonly { readonly id?: string | undefined; readonly text: string }[], edit: EditScope): void {
    const known = new Map(matrices.hypotheses(matrixId).map((one) => [one.id, one]));
    wanted.forEach(({ id, text }, position) => {
      if (id === undefined) edit.insert('hypothesis', { id: edit.newId(), matrixId, text, position });
      else if (known.has(id)) edit.update('hypothesis', id, { text, position });
      else throw new AppError('not-found', 'conflicts.unknownHypothesis', { id });
    });
    const kept = new Set(wanted.map((one) => one.id));
    for (const mark of matrices.marks(matrixId)) if (!kept.has(mark.hypothesisId)) edit.remove('mark', mark.id);
    for (const id of known.keys()) if (!kept.has(id)) edit.remove('hypothesis', id);
  }

  return {
    matrices: () => ({
      matrices: matrices.all().map(({ id, question }) => {
        const { hypotheses, evidence } = weigh(id);
        const leading = hypotheses.filter((one) => one.rank === 1).map((one) => one.text);
        return { id, question, hypotheses: hypotheses.length, claims: evidence.length, leading };
      }),
    }),
    matrix: ({ id }) => read(id),
    startMatrix({ groupId, question, hypotheses, claimIds }, edit) {
      const group = groupId === undefined ? undefined : getGroup(groupId);
      const members = (group?.claims ?? []).flatMap((id) => claims.find(id) ?? []);
      assertClaims(claimIds);
      const asked = question ?? (group === undefined ? undefined : questionOf(group, members));
      const texts = [...new Set(hypotheses.length > 0 ? hypotheses : members.map(explanationOf).filter((text) => text !== ''))];
      if (asked === undefined) throw new AppError('invalid-input', 'conflicts.noQuestion', { field: 'question' });
      if (texts.length < 2) throw new AppError('invalid-input', 'conflicts.twoHypotheses', { field: 'hypotheses' });
      const id = edit.newId();
      edit.name('startMatrix', { question: asked });
      edit.insert('matrix', { id, question: asked, claims: [...new Set([...members.map((claim) => claim.id), ...claimIds])] });
      setHypotheses(
        id,
        texts.map((text) => ({ text })),
        edit,
      );
      return () => read(id);
    },
    changeMatrix({ id, question, hypotheses, claimIds }, edit) {
      const matrix = getStored(id);
      edit.name('changeMatrix', { question: question ?? matrix.question });
      if (claimIds !== undefined) assertClaims(claimIds);
      edit.update('matrix', id, { question: question ?? matrix.question, claims: claimIds ?? matrix.claims });
      if (hypotheses !== undefined) setHypotheses(id, hypotheses, edit);
      return () => read(id);
    },
    mark({ matrixId, hypothesisId, claimId, consistency }, edit) {
      const matrix = getStored(matrixId);
      if (!matrix.claims.includes(claimId) || !matrices.hypotheses(matrixId).some((one) => one.id === hypothesisId))
        throw new AppError('not-found', 'conflicts.notInMatrix', { claimId, hypothesisId });
      const before = matrices.marks(matrixId).find((mark) => mark.hypothesisId === hypothesisId && mark.claimId === claimId);
      if (consistency === null) edit.name('takeMark');
      else edit.name('mark', { consistency: message(`conflicts:matrix.mark.${consistency}`) });
      if (consistency === null) {
        if (before !== undefined) edit.remove('mark', before.id);
      } else if (before === undefined) edit.insert('mark', { id: edit.newId(), hypothesisId, claimId, consistency });
      else edit.update('mark', before.id, { consistency });
      return () => read(matrixId);
    },
    removeMatrix({ id }, edit) {
      const { question } = getStored(id);
      edit.name('removeMatrix', { question });
      setHypotheses(id, [], edit);
      edit.remove('matrix', id);
      return { removed: 1 };
    },
  };
}

/** What is to be explained, in the words of the claims; who asks may put it as a question. */
function questionOf(group: ListedGroup, members: readonly Claim[]): string {
  const first = members[0];
  return (first?.kind === 'event' && first.what) || titleText(members) || codeWords(group.kind);
}

/** The explanation that a claim offers: the cause of an event, the gist of a statement. */
function explanationOf(claim: Claim): string {
  return claim.cause ?? claim.gist;
}
