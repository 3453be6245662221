import { type ComponentType, lazy } from 'react';

/**
 * A component whose code comes when it is first drawn, or ahead of that by the second function. Where the code is there
 * by then it is drawn at once: of a promise, even one that is kept, React shows what stands in its place first, and that
 * for 300 ms.
 */
export function lazily<Props>(load: () => Promise<ComponentType<Props>>) {
  type Code = { default: ComponentType<Props> };
  let here: Code | undefined;
  const loadAhead = async (): Promise<Code> => {
    here = { default: await load() };
    return here;
  };
  // biome-ignore lint/suspicious/noThenProperty: something that answers at once is what it is for
  const atOnce = (code: Code) => ({ then: (show: (code: Code) => void) => show(code) }) as Promise<Code>;
  return [lazy(() => (here ? atOnce(here) : loadAhead())), loadAhead] as const;
}
