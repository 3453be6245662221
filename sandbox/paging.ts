import type { Context } from 'hono';

const USUAL_PER_PAGE = 50;
const LARGEST_PER_PAGE = 1000;

/**
 * The page of `rows` that `page` and `per_page` ask for, with the paging headers set on the answer. `per_page` below 1
 * means 50 and above 1000 means 1000; a page past the end answers the last page, one before the first the first.
 */
export function page<Row>(c: Context, rows: readonly Row[]): Row[] {
  const url = new URL(c.req.url);
  const asked = wholeNumber(url, 'per_page');
  const perPage = asked < 1 ? USUAL_PER_PAGE : Math.min(asked, LARGEST_PER_PAGE);
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const current = Math.min(Math.max(1, wholeNumber(url, 'page')), pages);
  c.header('X-Total-Count', String(rows.length));
  c.header('X-Total-Pages', String(pages));
  c.header('X-Current-Page', String(current));
  c.header('X-Count-Per-Page', String(perPage));
  c.header('Link', links(url, current, pages, perPage));
  return rows.slice((current - 1) * perPage, current * perPage);
}

function wholeNumber(url: URL, name: string): number {
  const text = url.searchParams.get(name) ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** RFC 8288. */
function links(url: URL, current: number, pages: number, perPage: number): string {
  const link = (to: number, rel: string) => {
    const target = new URL(url);
    target.searchParams.set('page', String(to));
    target.searchParams.set('per_page', String(perPage));
    return `<${target.href}>; rel="${rel}"`;
  };
  return [
    link(1, 'first'),
    ...(current > 1 ? [link(current - 1, 'prev')] : []),
    ...(current < pages ? [link(current + 1, 'next')] : []),
    link(pages, 'last'),
  ].join(', ');
}
