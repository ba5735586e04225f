// Windows of time that the page itself keeps: for the second of two keys, for a view that loads, for a scroll that is its
// own doing. On a busy machine they pass before the work is done; with a slow clock they do not.
import type { Page } from '@playwright/test';

export async function slowClock({ page }: { page: Page }): Promise<void> {
  await page.addInitScript(() => {
    const slowness = 50;
    const [now, today, start] = [performance.now.bind(performance), Date.now, Date.now()];
    performance.now = () => now() / slowness;
    Date.now = () => start + (today() - start) / slowness;
    const { get } = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')!;
    Object.defineProperty(Event.prototype, 'timeStamp', {
      get(this: Event) {
        return get!.call(this) / slowness;
      },
    });
  });
}
