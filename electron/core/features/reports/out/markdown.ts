// A report as plain Markdown with footnotes.
import { markdownOf } from '../../../../../shared/features/reports/blocks.ts';
import { locksById, type OutContent, withPrinted } from './content.ts';

export function toMarkdown({ view, words, notes, sources, kept, why, open, from }: OutContent): Uint8Array {
  const locks = locksById(view);
  const blocks = view.blocks.map((block) => ({
    ...block,
    text: withPrinted(block.text, locks, ({ printed, note }) => `${printed}${note === null ? '' : `[^${note}]`}`),
  }));
  const parts = [
    markdownOf(blocks).trimEnd(),
    ...notes.map(({ n, words: text }) => `[^${n}]: ${text.replace(/\s+/g, ' ')}`),
    ...(sources.length === 0 ? [] : [`## ${words.sources}`, sources.map((line) => `- ${line}`).join('\n')]),
    ...(kept.length === 0 ? [] : [`## ${words.kept}`, kept.map(({ printed, reason }) => `- ${printed}: ${reason}`).join('\n')]),
    ...(why === undefined ? [] : [`**${words.unsettled}:** ${why} (${open.join('; ')})`]),
    `*${from}*`,
  ];
  return Buffer.from(`${parts.join('\n\n')}\n`, 'utf8');
}
