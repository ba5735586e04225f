import { type RefObject, useEffect, useRef } from 'react';

/** When what had the focus gives way to another form of the view, the view keeps the keys. A view that did not have them takes none. */
export function useKeptFocus(view: RefObject<HTMLElement | null>, form: unknown): void {
  const before = useRef(form);
  const hadFocus = useRef(false);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      hadFocus.current = view.current?.contains(target as Node) === true;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [view]);
  useEffect(() => {
    if (before.current === form) return;
    before.current = form;
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree && hadFocus.current) view.current?.focus({ preventScroll: true });
  }, [view, form]);
}
