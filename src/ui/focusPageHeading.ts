/** The page's heading keeps the place of who pressed, or typed in, what goes. */
export function focusPageHeading(): void {
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}
