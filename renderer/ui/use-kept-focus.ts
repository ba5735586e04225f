import { type RefObject, useEffect, useRef } from 'react';

/** When what had the focus gives way to another form of the view, the view keeps the keys. */
export function useKeptFocus(view: RefObject<HTMLElement | null>, form: unknown): void {
  const before = useRef(form);
  useEffect(() => {
    if (before.current === form) return;
    before.current = form;
    if (document.activeElement === null || document.activeElement === document.body) view.current?.focus({ preventScroll: true });
  }, [view, form]);
}
