import type { ReportFormat } from '../../../../../shared/features/reports/contract.ts';
import type { OutContent } from './content.ts';
import { toDocx } from './docx.ts';
import { toHtml } from './html.ts';
import { toMarkdown } from './markdown.ts';

const makers: Readonly<Record<ReportFormat, (content: OutContent) => Uint8Array | Promise<Uint8Array>>> = {
  docx: toDocx,
  html: toHtml,
  md: toMarkdown,
};

/** The same content gives the same bytes. */
export async function toFile(content: OutContent, format: ReportFormat): Promise<Uint8Array> {
  return makers[format](content);
}
