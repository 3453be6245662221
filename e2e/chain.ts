import { expect, type Page, type Request } from '@playwright/test';

export const pathOf = (request: Request) => new URL(request.url()).pathname;

/** Counts how many answers of the API were waited for one after the other, each held back long enough to tell. */
export class Chain {
  #places = new Map<Request, number>();
  #answered = new Set<Request>();

  constructor(page: Page) {
    page.on('request', (request) => {
      if (pathOf(request).startsWith('/api/')) this.#places.set(request, this.#length(this.#answered) + 1);
    });
    page.on('response', (response) => this.#answered.add(response.request()));
  }

  startAnew(): void {
    this.#places.clear();
  }

  /** Once no answer is due any more. */
  async length(): Promise<number> {
    await expect.poll(() => [...this.#places.keys()].every((request) => this.#answered.has(request))).toBe(true);
    return this.#length(this.#places.keys());
  }

  #length(requests: Iterable<Request>): number {
    return Math.max(0, ...Array.from(requests, (request) => this.#places.get(request) ?? 0));
  }
}
