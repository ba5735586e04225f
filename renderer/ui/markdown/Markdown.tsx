import { lazy, Suspense } from 'react';
import './markdown.css';

const MarkdownText = lazy(() => import('./MarkdownText.tsx'));

/** A comment or note of the analyst; its bare text until the parser is there. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <Suspense fallback={<div className="markdown">{text}</div>}>
      <MarkdownText text={text} />
    </Suspense>
  );
}
