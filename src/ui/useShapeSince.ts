import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Milliseconds: shapes that follow one another come and go in one commit. */
const AT_ONCE = 100;

/** When the shape that is seen began, and when the last one went, in milliseconds of this page. The first may stand in the HTML. */
let begunAt = 0;
let goneAt =
  globalThis.document?.getElementById('root')?.dataset.page === 'shape'
    ? Number.POSITIVE_INFINITY
    : Number.NEGATIVE_INFINITY;

/** One shape that takes another's place goes on from where that was, instead of staying away and fading in once more. */
export function useShapeSince(): RefObject<HTMLDivElement | null> {
  const shape = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const now = performance.now();
    if (now - goneAt > AT_ONCE) begunAt = now;
    shape.current?.style.setProperty('--since', `${begunAt - now}ms`);
    return () => {
      goneAt = performance.now();
    };
  }, []);
  return shape;
}
