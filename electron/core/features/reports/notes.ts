// Notes write themselves: one for each set of claims that bears a figure, where it first stands.
import type { Claim } from '../../../../shared/features/claims/model.ts';
import { chainOf } from '../../../../shared/features/claims/origin.ts';
import type { NoteView } from '../../../../shared/features/reports/contract.ts';
import type { Lock, LockGround, NoteStyle, ReportLanguage } from '../../../../shared/features/reports/model.ts';
import { reportWords } from '../../../../shared/features/reports/wording.ts';
import { cslOf } from '../../../../shared/features/sources/bibliography/csl.ts';
import { citationLine } from '../../../../shared/features/sources/bibliography/lines.ts';
import type { Source } from '../../../../shared/features/sources/model.ts';

export interface NoteSources {
  findClaim(id: string): Claim | undefined;
  findSource(id: string): Source | undefined;
}

export interface NoteOptions extends NoteSources {
  readonly language: ReportLanguage;
  readonly style: NoteStyle;
}

/** Numbers the notes of a report in the order in which its locks are met. */
export function createNotes(options: NoteOptions) {
  const notes: NoteView[] = [];
  const known = new Map<string, NoteView>();
  const words = reportWords[options.language];

  function noteOf(key: string, text: string, claims: readonly string[]): NoteView {
    const found = known.get(key);
    if (found !== undefined) return found;
    const note = { n: notes.length + 1, words: text, claims: [...claims] };
    known.set(key, note);
    notes.push(note);
    return note;
  }

  const quoted = (claims: readonly string[]) => claims.map((id) => quoteOf(id, options)).join('; ');

  return {
    notes,
    /** Of what a lock prints; undefined where nothing bears it. */
    of({ kind }: Pick<Lock, 'kind'>, { bearers, members, label }: LockGround): NoteView | undefined {
      const claims = bearers.toSorted();
      if (kind === 'obs' && claims.length === 0) return label === null ? undefined : noteOf(`own ${label}`, `${words.own}: ${label}`, []);
      if (claims.length === 0) return undefined;
      const isComputed = kind !== 'obs' && kind !== 'claim' && kind !== 'reading';
      if (!isComputed) return noteOf(claims.join(' '), quoted(bearers), bearers);
      const parts = members.length === 0 ? [claims] : members.map(({ ground }) => ground.bearers.toSorted());
      const key = `computed ${JSON.stringify(parts.toSorted())}`;
      return noteOf(key, `${words.computedFrom} ${quoted(bearers)}`, bearers);
    },
  };
}

/** The quote in its own language, speaker and chain, title, date, place, grade. */
export function quoteOf(id: string, { findClaim, findSource, language, style }: NoteOptions): string {
  const words = reportWords[language];
  const claim = findClaim(id);
  if (claim === undefined) return '';
  const source = claim.sourceId === null ? undefined : findSource(claim.sourceId);
  const [passage] = claim.passages;
  const exact = (passage?.exact ?? claim.original).replace(/\s+/g, ' ').trim();
  const [open, close] = words.quotes;
  const chain = chainOf(claim, undefined).map(({ name }) => name);
  const place = passage?.page == null ? (passage?.cells ?? '') : language === 'zh' ? `第${passage.page}页` : `${words.page} ${passage.page}`;
  const about =
    source === undefined
      ? []
      : style === 'short'
        ? [source.title, source.publishedOn ?? words.undated]
        : [citationLine(cslOf(source), style).replace(/\.$/, '')];
  const graded = source?.grade == null ? '' : `${words.grade} ${source.grade}`;
  const parts = [exact === '' ? '' : `${open}${exact}${close}`, chain.join(` ${words.via} `), ...about, place, graded];
  return parts.filter((part) => part !== '').join(language === 'zh' ? '，' : ', ');
}
