import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import MarkdownText from '../../../renderer/ui/markdown/MarkdownText.tsx';

const shown = (text: string) => renderToStaticMarkup(createElement(MarkdownText, { text }));

describe('a comment in Markdown', () => {
  it('reads as paragraphs, lists, emphasis, quotes, code and tables', () => {
    expect(shown('# Head\n\nOne *two* **three** `four`\nfive')).toBe(
      '<div class="markdown"><p class="markdown-heading">Head</p><p>One <em>two</em> <strong>three</strong> <code>four</code><br/>five</p></div>',
    );
    expect(shown('- one\n- two\n  1. three')).toBe('<div class="markdown"><ul><li>one</li><li>two<ol><li>three</li></ol></li></ul></div>');
    expect(shown('> said\n\n```\na < b\n```\n\n---')).toBe(
      '<div class="markdown"><blockquote><p>said</p></blockquote><pre><code>a &lt; b\n</code></pre><hr/></div>',
    );
    expect(shown('|a|b|\n|-|-|\n|1|2|')).toContain('<td>2</td>');
  });

  it('brings no markup, script, picture or working link into the page', () => {
    const hostile = [
      '<script>run()</script><img src=x onerror=run()>',
      '![a chart](https://example.org/a.png)',
      '[go](javascript:run())',
      '[there](https://example.org/)',
      '<a href="https://example.org/">x</a>',
    ].join('\n\n');
    const page = shown(hostile);
    expect(page).not.toMatch(/<(script|img|a|iframe|style)\b|(href|src|onerror)="/);
    expect(page).toContain('[a chart]');
    expect(page).toContain('<span class="markdown-link" title="https://example.org/">there</span>');
    expect(page).toContain('&lt;script&gt;');
  });
});
