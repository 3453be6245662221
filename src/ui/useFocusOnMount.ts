import { type RefObject, useLayoutEffect, useRef } from 'react';

/** For what takes the place of the thing that was pressed: the focus goes on from there, and it is read out. */
export function useFocusOnMount<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useLayoutEffect(() => element.current?.focus(), []);
  return element;
}
