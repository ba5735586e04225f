// What a page said beside its article, named by where it stood.

const mostListed = 200;
const mostChars = 500;

/** Blocks of the page that are not in the text, the same words once. */
export function droppedBlocks(blocks: readonly string[], text: string): { what: string; text: string }[] {
  const squeezed = squeeze(text);
  const seen = new Set<string>();
  return blocks
    .flatMap((block) => {
      const key = squeeze(block);
      if (key.length < 3 || seen.has(key) || squeezed.includes(key)) return [];
      seen.add(key);
      return [{ what: 'page furniture', text: block.slice(0, mostChars) }];
    })
    .slice(0, mostListed);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
