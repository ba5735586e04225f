// Saved pages that would run, ask, nest or never end.
import { filesOf, type HostileFile, manyTimes } from './hostile-file.ts';

const { deep, long } = manyTimes;
const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>Hostile</title>${head}</head><body><p>Sales were 10 cars.</p>${body}</body></html>`;
const nested = (tag: string, times: number) => page(`<${tag}>`.repeat(times) + `</${tag}>`.repeat(times));

export function hostilePages(): HostileFile[] {
  return filesOf('html', {
    script: page('<script>require("fs").writeFileSync("/tmp/assay-owned", "x"); while (true);</script>'),
    handlers: page('<img src=x onerror="fetch(\'http://127.0.0.1:9/\')"><body onload="while(true);"><svg onload="while(true)">'),
    'mutating math': page('<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">'),
    'mutating svg': page('<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">'),
    'mutating noscript': page('<noscript><p title="</noscript><img src=x onerror=alert(1)>">'),
    'refresh to another page': page('', '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">'),
    'base elsewhere': page('<a href="x">x</a><img src="x.png">', '<base href="http://127.0.0.1:9/">'),
    frames: page(
      '<iframe src="http://127.0.0.1:9/"></iframe><iframe srcdoc="<script>parent.x=1</script>"></iframe><object data="file:///etc/passwd"></object>',
    ),
    'styles from elsewhere': page('', '<link rel=stylesheet href="http://127.0.0.1:9/a.css"><style>@import url("http://127.0.0.1:9/b.css");</style>'),
    'pictures from elsewhere': page('<img src="http://127.0.0.1:9/pixel.gif">'.repeat(2000)),
    'local files': page('<img src="file:///etc/passwd"><a href="file:///etc/shadow">x</a><embed src="/etc/passwd">'),
    'deep div': nested('div', deep),
    'deep bold': nested('b', deep),
    'deep anchors': nested('a', deep),
    'deep paragraphs in tables': page('<table><tr><td><p>'.repeat(20_000)),
    'deep svg': page(`<svg>${'<g>'.repeat(deep)}`),
    'deep font with attributes': page('<font color=red size=1>'.repeat(50_000)),
    'entities upon entities': page('&amp;'.repeat(1_000_000)),
    'entities declared': `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&b;&x; ten cars</p></body></html>`,
    'comment without end': page(`<!--${'-'.repeat(1_000_000)}`),
    'NUL in tags': page('<scr\0ipt>alert(1)</scr\0ipt><p>a\0b</p>'),
    'charset UTF-7': page('+ADw-script+AD4-alert(1)+ADw-/script+AD4-', '<meta charset="utf-7">'),
    'charset that is not so': Buffer.from(page('<p>Привет</p>', '<meta charset="utf-16">'), 'utf8'),
    'UTF-16 without mark': Buffer.from(page('<p>Продажи составили 10 машин</p>'), 'utf16le'),
    'charset unknown': page('<p>x</p>', '<meta charset="klingon">'),
    'wide table': page(`<table><tr><td colspan=1000000000 rowspan=1000000000>x</td></tr></table>`),
    'linked data, deep': page('', `<script type="application/ld+json">${'['.repeat(deep)}</script>`),
    'linked data with a prototype': page('', '<script type="application/ld+json">{"__proto__":{"headline":"x"},"headline":{"a":1}}</script>'),
    plaintext: page(`<plaintext>${'<div>'.repeat(deep)}`),
    'only tags': '<'.repeat(1_000_000),
    'a long title': `<title>${'x'.repeat(long)}</title><p>Sales were 10 cars.</p>`,
    'deep unknown': nested('x-y', deep),
    'deep select': page('<select><option><optgroup>'.repeat(50_000)),
    'deep ruby': page('<ruby><rt>'.repeat(50_000)),
    'deep template': page('<template>'.repeat(deep)),
    'a million attributes': page(`<p ${Array.from({ length: 300_000 }, (_, at) => `a${at}=1`).join(' ')}>x</p>`),
    'many cells': page(`<table><tr>${'<td>1'.repeat(500_000)}</tr></table>`),
    'many meta': page('', '<meta property="og:title" content="x">'.repeat(100_000)),
    'no end tags': page('<li>one<p>two<td>three'.repeat(50_000)),
    'a long line': page(`<p>${'word '.repeat(long / 5)}</p>`),
  });
}
