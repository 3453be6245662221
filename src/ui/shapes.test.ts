import { expect, test } from 'vitest';
import { SHAPES, shapeOf } from './shapes.ts';

test.each([
  ['/', 'cards'],
  ['/nowhere', 'cards'],
  ['/authenticators', 'list'],
  ['/authenticators/new', 'form'],
  ['/activity', 'list'],
  ['/users', 'table'],
  ['/users/someone@example.com', 'person'],
  ['/revoke', 'list-of-people'],
])('%s looks like %s before it is there', (path, shape) => {
  expect(shapeOf(path)).toBe(shape);
});

test.each(Object.entries(SHAPES))('the example of %s is drawn in that shape', (shape, { example }) => {
  expect(shapeOf(example)).toBe(shape);
});
