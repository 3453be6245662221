/** The row that has its place when this one is gone: the next, or else the one before. */
export function neighbourOf<Row extends { id: number }>(row: Row | undefined, rows: readonly Row[]): Row | undefined {
  const place = rows.findIndex(({ id }) => id === row?.id);
  return rows[place + 1] ?? rows[place - 1];
}
