import type { ReactNode } from 'react';
import { Card } from './Card.tsx';
import { Skeleton } from './Skeleton.tsx';
import type { Shape } from './shapes.ts';

const lines = (
  <Card>
    <Skeleton shape="line" count={6} />
  </Card>
);

/** What stands below the title in each shape. */
export const shapeParts: Record<Shape, ReactNode> = {
  cards: <Skeleton shape="card" count={2} />,
  list: (
    <Card padding="flush">
      <Skeleton shape="heading" />
      <Skeleton shape="row" count={3} />
    </Card>
  ),
  table: (
    <Card padding="flush">
      <Skeleton shape="row" count={8} />
    </Card>
  ),
  'list-of-people': lines,
  form: lines,
  person: (
    <>
      <Card padding="flush">
        <Skeleton shape="heading" />
        <Skeleton shape="row" count={3} />
      </Card>
      <Card padding="flush">
        <Skeleton shape="heading" />
        <Skeleton shape="row" />
      </Card>
    </>
  ),
};
