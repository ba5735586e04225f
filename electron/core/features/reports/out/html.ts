// A report as one HTML file: no script, no request, every figure with its passage inside.
import MarkdownIt from 'markdown-it';
import type { LockView } from '../../../../../shared/features/reports/contract.ts';
import { markupText } from '../../../../../shared/markup-text.ts';
import { type Evidence, locksById, type OutContent, withPrinted } from './content.ts';

const markdown = new MarkdownIt({ html: false, linkify: false });
// What is not an address of the web leads nowhere, and a picture is asked for from nowhere.
markdown.validateLink = (address) => /^https?:\/\//i.test(address);
markdown.disable('image');

export function toHtml(content: OutContent): Uint8Array {
  const { view, words, notes, sources, kept, why, open, evidence, from } = content;
  const title = view.title === '' ? view.name : view.title;
  const body = [
    ...blocksOf(content),
    section(
      'notes',
      words.notes,
      notes.map(({ n, words: text }) => `<li id="n${n}" value="${n}">${markupText(text)}</li>`),
      'ol',
    ),
    section(
      'sources',
      words.sources,
      sources.map((line) => `<li>${markupText(line)}</li>`),
      'ul',
    ),
    section(
      'kept',
      words.kept,
      kept.map(({ printed, reason }) => `<li>${markupText(printed)}: ${markupText(reason)}</li>`),
      'ul',
    ),
    why === undefined ? '' : `<p class="open"><b>${markupText(words.unsettled)}:</b> ${markupText(why)} (${markupText(open.join('; '))})</p>`,
    section(
      'evidence',
      words.evidence,
      evidence.map((one) => evidenceOf(one, content)),
      'ul',
    ),
    `<footer>${markupText(from)}</footer>`,
  ];
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width"><title>${markupText(title)}</title><style>${style}</style>`;
  const text = `<!doctype html>\n<html lang="${view.lang}"><head>${head}</head>\n<body><main>\n${body.filter((part) => part !== '').join('\n')}\n</main></body></html>\n`;
  return Buffer.from(text, 'utf8');
}

/** Signs that no text holds stand for locks while Markdown is read. */
const open = '\uE000';
const close = '\uE001';

function blocksOf({ view }: OutContent): string[] {
  const locks = locksById(view);
  const shown: string[] = [];
  const stand = (lock: LockView) => {
    shown.push(`<a class="lock ${lock.state}" href="#e-${lock.id}">${markupText(lock.printed)}</a>${noteMark(lock)}`);
    return `${open}${shown.length - 1}${close}`;
  };
  return view.blocks.map((block) => {
    const text = withPrinted(block.text.replace(/[\uE000\uE001]/g, ''), locks, stand);
    const source = block.kind === 'heading' ? `${'#'.repeat(block.level)} ${text}` : text;
    return markdown
      .render(source)
      .trim()
      .replace(/\uE000(\d+)\uE001/g, (_, at: string) => shown[Number(at)]!);
  });
}

function noteMark({ note }: LockView): string {
  return note === null ? '' : `<sup><a href="#n${note}">${note}</a></sup>`;
}

function section(id: string, title: string, items: readonly string[], list: 'ol' | 'ul'): string {
  return items.length === 0 ? '' : `<section id="${id}"><h2>${markupText(title)}</h2><${list}>${items.join('\n')}</${list}></section>`;
}

function evidenceOf({ lock, passages }: Evidence, { words }: OutContent): string {
  const quotes = passages.map(
    ({ words: { before, exact, after } }) => `<blockquote>${markupText(before)}<mark>${markupText(exact)}</mark>${markupText(after)}</blockquote>`,
  );
  const state =
    lock.state === 'sound' ? '' : ` <i>${markupText(words.state[lock.state])}${lock.now === null ? '' : `: ${markupText(lock.now.text)}`}</i>`;
  return `<li id="e-${lock.id}"><b>${markupText(lock.printed)}</b>${noteMark(lock)}${state}${quotes.join('')}</li>`;
}

const style = `
:root{color-scheme:light dark}body{font:16px/1.55 Inter,"Segoe UI",system-ui,sans-serif;margin:0;background:Canvas;color:CanvasText}
main{max-width:44rem;margin:3rem auto;padding:0 1.25rem}h1,h2,h3{line-height:1.25;margin:2rem 0 .75rem}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #8885;padding:.35rem .5rem;text-align:left}
blockquote{border-left:3px solid #8886;margin:.75rem 0;padding:.1rem 0 .1rem 1rem}
a.lock{color:inherit;text-decoration:underline dotted #2563eb;text-underline-offset:3px}a.lock.stale,a.lock.undecided,a.lock.differs,a.lock.gone,a.lock.deprecated{text-decoration-color:#c2410c}
sup a{color:#2563eb;text-decoration:none}mark{background:#fde68a;color:#111}section{font-size:.9rem}footer{margin-top:3rem;font-size:.8rem;opacity:.7}
@media print{main{max-width:none;margin:0}a.lock{text-decoration:none}}`;
