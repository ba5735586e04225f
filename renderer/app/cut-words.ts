// Wherever words are cut, pointing at them tells the whole: a tooltip is given to what has none, for as long as it is cut.

const given = new WeakMap<HTMLElement, string>();

/** Below this an overflow is rounding. */
const tolerancePx = 1;

export function isCut(element: HTMLElement): boolean {
  const { textOverflow, overflowX, webkitLineClamp } = getComputedStyle(element);
  if (webkitLineClamp !== 'none' && webkitLineClamp !== '') return element.scrollHeight > element.clientHeight + tolerancePx;
  return textOverflow === 'ellipsis' && overflowX !== 'visible' && element.scrollWidth > element.clientWidth + tolerancePx;
}

/** The words themselves, and what holds them. */
const mostLevels = 4;

function tell({ target }: Event): void {
  let element = target instanceof HTMLElement ? target : null;
  for (let level = 0; element !== null && level < mostLevels; level += 1, element = element.parentElement) {
    if (element.title !== '' && given.get(element) !== element.title) return;
    const words = element.textContent?.trim() ?? '';
    if (words !== '' && isCut(element)) {
      element.title = words;
      given.set(element, words);
      return;
    }
    if (given.has(element)) {
      element.removeAttribute('title');
      given.delete(element);
    }
  }
}

/** Once, for as long as the page lives. */
export function tellCutWords(): void {
  document.addEventListener('pointerover', tell, { passive: true });
}
