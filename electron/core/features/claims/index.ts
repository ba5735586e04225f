// Claims: capture, list, edit, trace, propose.
import { AppError } from '../../../../shared/errors.ts';
import { capturedBeside, isSameSaid, saidOf } from '../../../../shared/features/claims/captured.ts';
import { type ClaimBody, toBody, toInput } from '../../../../shared/features/claims/form.ts';
import type { Claim, ParsedClaim } from '../../../../shared/features/claims/model.ts';
import type { Said } from '../../../../shared/features/claims/said-on.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';
import type { Handlers } from '../../dispatch.ts';
import type { EditScope } from '../../edits/edits.ts';
import type { WindowReader } from '../../store/window.ts';
import { createCapture, type PassageStore, type SourceTexts } from './capture.ts';
import { fieldChange, parseClaim, withCell } from './cells.ts';
import { gradeClaims, tagClaims } from './chosen.ts';
import { createContext } from './context.ts';
import { createDraft, type DraftOptions } from './draft.ts';
import { addPassage, dropPassage } from './more-passages.ts';
import { createPages } from './pages.ts';
import type { ClaimReader } from './reader.ts';
import { bodyOf, rewrite } from './rewrite.ts';
import type { createRows, ObservationOf } from './rows.ts';
import { createTrace, type TraceOptions } from './trace.ts';
import type { ClaimsWithRows } from './with-rows.ts';

export interface ClaimsOptions {
  readonly repository: ClaimsWithRows;
  readonly reader: ClaimReader;
  readonly rows: ReturnType<typeof createRows>;
  readonly observationOf: ObservationOf;
  /** Words of stages and depths that the workbook does not know are refused; supplied by the policy feature. */
  readonly assertWords: (claims: readonly ParsedClaim[]) => void;
  /** Removes what cannot be without these claims; supplied by the policy feature. */
  readonly takeAlong: (claimIds: readonly string[], edit: EditScope) => void;
  readonly windows: WindowReader;
  readonly sources: SourceTexts & Pick<DraftOptions, 'around'> & { find(id: string): Source | undefined };
  readonly passages: PassageStore & { withoutClaims(ids: readonly string[]): string[] };
  readonly usesOf: TraceOptions['usesOf'];
  readonly actorNames: DraftOptions['actorNames'];
  /** Of a workbook as its sources had it on a day: with what may have been said. */
  readonly said?: { readonly day: string; of(claim: Claim): Said; readonly possible: Pick<ClaimReader, 'all'> } | undefined;
}

const changeOf = { figure: 'changeFigure', event: 'changeEvent', statement: 'changeStatement' } as const;

export function createClaimsHandlers(options: ClaimsOptions): Handlers<'claims'> {
  const { repository, reader, rows, windows, sources, passages, said } = options;
  const { capture, keep } = createCapture({ claims: repository, sources, passages, assertWords: options.assertWords });
  const textOf = (sourceId: string) => {
    const source = sources.find(sourceId);
    return source === undefined ? '' : sources.text(source);
  };
  const listed = (claim: Claim) => (said === undefined ? rows.listed(claim) : { ...rows.listed(claim), ...said.of(claim) });
  const trace = createTrace({ reader, listed, inContext: createContext(sources), usesOf: options.usesOf });
  const draft = createDraft({ sources, reader, textOf, actorNames: options.actorNames, around: sources.around, blockAt: sources.blockAt });

  const pages = createPages({ repository, reader, windows, observationOf: options.observationOf });

  /** Whether it may have been said by the day that is asked about. */
  const isPossible = (claim: Claim): boolean => said === undefined || said.of(claim).known !== 'no';

  function getClaim(id: string): Claim {
    const claim = repository.find(id);
    if (claim === undefined) throw new AppError('not-found', 'claims.unknown', { id });
    if (!isPossible(claim)) throw new AppError('not-found', 'claims.notSaid', { id, day: said?.day });
    return claim;
  }

  /** @throws AppError `not-found` where one of them is not there: then nothing is done with any. */
  const getClaims = (ids: readonly string[]): Claim[] => [...new Set(ids)].map(getClaim);

  return {
    capture: ({ claims }, edit) => ({ claims: capture(claims, edit) }),
    window(request) {
      const { ids, ...page } = pages(request);
      return { ...page, rows: repository.byIds(ids).map(rows.row) };
    },
    list({ kind, source }) {
      const chosen = (said?.possible ?? reader)
        .all()
        .filter((claim) => (kind === undefined || claim.kind === kind) && (source === undefined || claim.sourceId === source));
      return { claims: chosen.map(listed) };
    },
    get: ({ id }) => rows.row(getClaim(id)),
    addPassage({ id, passage }, edit) {
      addPassage(getClaim(id), passage, { keep, edit });
      return () => rows.row(getClaim(id));
    },
    dropPassage({ id, passageId }, edit) {
      const claim = getClaim(id);
      dropPassage(claim, passageId, edit);
      for (const idle of passages.withoutClaims([passageId])) edit.remove('passage', idle);
      return () => rows.row(getClaim(id));
    },
    trace: ({ id, context }) => trace(getClaim(id), context),
    ofSource({ sourceId }) {
      const place = (claim: Claim) => claim.passages[0]?.start ?? Number.MAX_SAFE_INTEGER;
      return {
        rows: repository
          .ofSource(sourceId)
          .filter(isPossible)
          .toSorted((a, b) => place(a) - place(b))
          .map(rows.row),
      };
    },
    setCells({ cells, how, reason }, edit) {
      let changed = 0;
      for (const { id, field, value } of cells) {
        const claim = getClaim(id);
        const body = withCell(claim, field, value);
        if (field === 'stage' || field === 'depth') options.assertWords([parseClaim(toInput(body), field)]);
        if (cells.length === 1) edit.name('changeField', fieldChange(field, claim, body));
        if (rewrite(claim, body, edit, reason)) changed += 1;
      }
      if (how !== undefined) edit.name(how, { count: cells.length });
      else if (cells.length > 1) edit.name('changeCells', { count: cells.length });
      return { changed };
    },
    partings({ cells, claims }) {
      const before = new Map<string, Claim>();
      const after = new Map<string, Claim>();
      const put = (id: string, change: (claim: Claim) => ClaimBody) => {
        const claim = after.get(id) ?? getClaim(id);
        if (!before.has(id)) before.set(id, claim);
        after.set(id, { ...claim, ...change(claim) });
      };
      for (const { id, field, value } of cells) put(id, (claim) => withCell(claim, field, value));
      for (const { id, claim } of claims) put(id, () => toBody(parseClaim(claim, 'claim')));
      return {
        partings: [...before].flatMap(([id, claim]) => {
          const now = after.get(id)!;
          const captured = capturedBeside(claim, now);
          return captured === null || isSameSaid(claim, now) ? [] : [{ id, captured, now: saidOf(now) }];
        }),
      };
    },
    asCaptured({ ids }, edit) {
      const parted = repository.byIds([...new Set(ids)]).filter((claim) => claim.captured !== null);
      for (const claim of parted) rewrite(claim, { ...bodyOf(claim), ...claim.captured! }, edit);
      edit.name('asCaptured', { count: parted.length });
      return { changed: parted.length };
    },
    replace({ id, claim, reason }, edit) {
      const before = getClaim(id);
      if (claim.kind !== before.kind) throw new AppError('invalid-input', 'claims.keepsKind', { field: 'kind', kind: before.kind });
      const parsed = parseClaim(claim, 'claim');
      options.assertWords([parsed]);
      rewrite(before, toBody(parsed), edit, reason);
      edit.name(changeOf[claim.kind]);
      return () => rows.row(getClaim(id));
    },
    grade: ({ ids, ...grade }, edit) => ({ changed: gradeClaims(getClaims(ids), grade, edit) }),
    tag: ({ ids, ...tags }, edit) => ({ changed: tagClaims(getClaims(ids), tags, edit) }),
    remove({ ids }, edit) {
      const claims = getClaims(ids);
      options.takeAlong(ids, edit);
      for (const claim of claims) {
        edit.remove('claim', claim.id);
        for (const passageId of passages.withoutClaims(claim.passages.map((passage) => passage.id))) edit.remove('passage', passageId);
      }
      edit.name('removeClaims', { count: claims.length });
      return { removed: claims.length };
    },
    draft: (request) => draft(request),
    terms: ({ field, typed }) => ({ terms: repository.terms(field, typed) }),
  };
}
