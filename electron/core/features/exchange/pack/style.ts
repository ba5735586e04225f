// How an evidence pack looks on a screen and on A4. Serif is the source's own words, and nothing else.
import { Markup, styleText } from './markup.ts';

/** @param title of the running head @param page the word before the number of a page */
export function styleSheet(title: string, page: string): Markup {
  return new Markup(`
:root{color-scheme:light;--text:#18202a;--muted:#5d6774;--line:#dce1e7;--soft:#f5f7f9;--accent:#2457c5;--mark:#fff0b8;--warn:#8a4b00}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--text);font:13px/20px system-ui,'Segoe UI',Roboto,'Noto Sans','Microsoft YaHei UI',sans-serif}
main{max-width:860px;margin:0 auto;padding:32px 24px}
h1{font-size:28px;line-height:36px;margin:0 0 8px;overflow-wrap:anywhere}h2{font-size:20px;line-height:28px;margin:40px 0 12px}h3{font-size:15px;line-height:24px;margin:24px 0 4px;overflow-wrap:anywhere}h4{font-size:13px;margin:0 0 4px;font-weight:500}
p{margin:0 0 8px}a{color:var(--accent);text-decoration:none}a:hover,a:focus-visible{text-decoration:underline}
.muted,.axis,cite{color:var(--muted)}.kind{color:var(--muted);text-transform:uppercase;letter-spacing:.06em;font-size:11px}
nav ol{padding-left:20px}
table{width:100%;border-collapse:collapse;font-size:12px;line-height:16px;font-variant-numeric:tabular-nums;margin:4px 0 8px}
th,td{padding:4px 8px 4px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{color:var(--muted);font-weight:500}tbody th{font-weight:400;white-space:nowrap}tr.note td{border-bottom:1px solid var(--line);color:var(--text)}tr.deprecated{color:var(--muted);text-decoration:line-through}
.number{text-align:right;white-space:nowrap;padding-right:16px}.stale{color:var(--warn)}
.state{border:1px solid var(--line);border-radius:3px;padding:0 4px;font-size:11px;white-space:nowrap}.state[data-state=disputed],.state[data-state=stale]{border-color:var(--warn);color:var(--warn)}
.figures table{table-layout:fixed}.figures th:nth-child(1),.figures th:nth-child(3){width:20%}.figures th:nth-child(2){width:22%}.figures th:nth-child(4),.figures th:nth-child(5){width:11%}.ref{white-space:nowrap}
.claim{border-left:2px solid var(--line);padding:0 0 0 12px;margin:0 0 16px}.claim:target,tr:target>*{background:#eaf1ff}
.back{font-size:11px;font-weight:400;margin-left:8px;white-space:nowrap}.n{color:var(--muted)}
blockquote{margin:0 0 4px;font:15px/24px Charter,Georgia,Cambria,'Noto Serif',SimSun,serif;white-space:pre-line;overflow-wrap:anywhere}
mark{background:var(--mark);color:inherit;padding:1px 0}cite{font:11px/16px system-ui,sans-serif}
dl{margin:0;font-size:12px;line-height:16px}dl div{display:flex;gap:8px}dt{flex:none;width:96px;color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
.hash{font:11px/16px ui-monospace,Menlo,Consolas,monospace;color:var(--muted);overflow-wrap:anywhere}
.chart{display:block;width:100%;height:auto;margin:4px 0}figure{margin:0 0 16px}.axis,.lane{font-size:11px;fill:var(--muted)}.lane{fill:var(--text)}
.grid{stroke:var(--line);fill:none}.mark circle,.mark rect{fill:var(--accent)}.mark .range{stroke:var(--accent);stroke-width:3;fill:none;opacity:.5}.mark .open{stroke:var(--accent);fill:none}
.mark[data-state=disputed] circle,.mark[data-class=forecast] circle,.mark[data-class=plan] circle,.mark[data-class=target] circle,.mark[data-status=planned] *,.mark[data-status=expected] *{fill:#fff;stroke:var(--accent);stroke-width:1.5}
@media screen{.series,.source{content-visibility:auto;contain-intrinsic-size:auto 400px}}
@page{size:A4;margin:20mm 16mm;@top-left{content:"${styleText(title)}";font:9px system-ui,sans-serif;color:#5d6774}@bottom-right{content:"${styleText(page)} " counter(page) " / " counter(pages);font:9px system-ui,sans-serif;color:#5d6774}}
@media print{main{max-width:none;padding:0}body{font-size:11px;line-height:16px}h2{break-before:page;margin-top:0}.cover{break-after:avoid}h3,h4,thead{break-after:avoid}tr,.claim,.conflict,svg{break-inside:avoid}thead{display:table-header-group}a{color:inherit}blockquote{font-size:12px;line-height:18px}}
`);
}
