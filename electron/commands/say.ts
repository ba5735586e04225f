// Human words for what the verbs answer.
import type { Output } from '../../shared/contract.ts';
import type { LedgerLine, WordedCheck, WordedGroup, WordedTrace } from './worded.ts';

type Claims = Output<'claims.list'>['claims'];
/** With its label as a sentence. */
type InWords<T> = Omit<T, 'label'> & { readonly label: string };

export function info(one: Omit<Output<'workbook.info'>, 'trouble'>): string {
  const { figure, event, statement } = one.claims;
  return [
    `${one.name} (${one.id})`,
    `${one.sources} sources, ${one.passages} passages`,
    `${figure} figures, ${event} events, ${statement} statements`,
    `${one.series} series, ${one.observations} observations, ${one.conflicts} disputed`,
    `${one.edits} edits`,
  ].join('\n');
}

export function added(sources: Output<'sources.add'>['added']): string {
  return sources
    .map(
      (one) =>
        `${one.duplicateOf === null ? 'added' : 'known  '} ${one.title}  ${one.chars} characters, ${one.found} figures and dates found  ${one.id}`,
    )
    .join('\n');
}

export function claims(list: Claims): string {
  return list
    .map((one) => `${one.id}  ${one.kind.padEnd(9)}  ${String(one.measure ?? one.subject ?? one.actor ?? '')}  ${String(one.original ?? '')}`)
    .join('\n');
}

export function trace(one: WordedTrace): string {
  const place = one.passage === null ? 'no passage' : `${one.passage.sourceTitle}\n…${one.passage.before}[${one.passage.exact}]${one.passage.after}…`;
  return `${place}\n${one.chain.map((link) => link.name).join(' → ')}`;
}

export function ledger(list: readonly LedgerLine[]): string {
  return list
    .map((one) => `${one.id}  ${one.state.padEnd(8)}  ${one.key.measure}, ${one.key.subject}  ${one.period ?? 'undated'}  ${one.valueText}`)
    .join('\n');
}

export function conflicts(list: readonly WordedGroup[]): string {
  return list
    .map((group) => `${group.id}  ${group.tension ? 'tension' : group.state.padEnd(7)}  ${group.kind.padEnd(13)}  ${group.title}\n    ${group.why}`)
    .join('\n');
}

export function actors(list: Output<'actors.list'>['actors']): string {
  return list
    .map((one) => `${String(one.claims).padStart(6)}  ${one.name}${one.otherNames.length > 0 ? `  = ${one.otherNames.join(', ')}` : ''}`)
    .join('\n');
}

export function checks(list: readonly WordedCheck[]): string {
  return list.map((check) => `${check.result.padEnd(11)}  ${check.rule}\n    ${check.why}`).join('\n');
}

export function hits(list: Output<'search.find'>['hits']): string {
  return list.map((hit) => `${hit.where.padEnd(8)}  ${hit.title}\n          ${hit.snippet}`).join('\n');
}

export function edits(list: readonly InWords<Output<'history.list'>['edits'][number]>[]): string {
  return list
    .map(
      (edit) =>
        `${String(edit.seq).padStart(5)}  ${edit.at}  ${edit.author}  ${edit.kind === 'do' ? '' : `${edit.kind}: `}${edit.label}${edit.isUndone ? ' (undone)' : ''}`,
    )
    .join('\n');
}

export function changes(list: readonly InWords<Output<'history.ofRecord'>['changes'][number]>[]): string {
  return list
    .map(
      (change) => `${String(change.seq).padStart(5)}  ${change.at}  ${change.field}: ${JSON.stringify(change.old)} → ${JSON.stringify(change.new)}`,
    )
    .join('\n');
}

export function rebuilt({ differed }: { readonly differed: readonly string[] }): string {
  return differed.length === 0 ? 'Made anew; nothing differed.' : `Made anew. It differed: ${differed.join('; ')}`;
}
