import { useEffect, useRef, useState } from 'react';

/** Milliseconds of rest after which what was typed is looked for. */
const REST = 250;

/**
 * The text of a field whose trimmed value stands in the address: it goes there once the typing rests, or at once where
 * the field is left, lest it come in the way of what was pressed next.
 *
 * @param value what the address says; going back and forward changes it under the field
 */
export function useTyped(value: string, onRest: (value: string) => void) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (known !== value) {
    setKnown(value);
    if (typed.trim() !== value) setTyped(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const settle = (text = typed) => {
    clearTimeout(timer.current);
    if (text.trim() !== value) onRest(text.trim());
  };
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(settle, REST, text);
  };
  return { typed, type, settle };
}
