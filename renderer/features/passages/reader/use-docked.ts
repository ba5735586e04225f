// Where the form that captures stands: at the side, where it covers nothing, if there is room for it beside a column of text; else
// at the foot. At the side it has the place of Evidence, so that the text stays where it is.
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { useViewInstance, useWorkspace } from '../../../bridge/index.ts';

/** In px: a column that can be read, and the form beside it. */
const leastText = 470;
export const formWidth = 344;

export function useDocked(reader: RefObject<HTMLElement | null>, isOpen: boolean): boolean {
  const instance = useViewInstance();
  const [hasRoom, setRoom] = useState(false);
  const { takeSide, giveSide } = useWorkspace();
  useLayoutEffect(() => {
    const element = reader.current;
    if (element === null) return;
    const look = () => {
      const evidence = document.querySelector('.evidence')?.clientWidth ?? 0;
      if (element.clientWidth > 0) setRoom(element.clientWidth + evidence >= leastText + formWidth);
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    look();
    return () => observer.disconnect();
  }, [reader]);
  const isDocked = isOpen && hasRoom;
  useEffect(() => {
    if (!isDocked) return;
    takeSide(instance);
    return () => giveSide(instance);
  }, [isDocked, instance, takeSide, giveSide]);
  return isDocked;
}
