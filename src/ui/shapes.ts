/**
 * What pages look like before they are there: the paths of each shape as the source of a regular expression, of which the
 * first that fits counts, and one path to draw it by.
 */
export const SHAPES = {
  person: { paths: '^/users/.', example: '/users/1' },
  table: { paths: '^/users', example: '/users' },
  'list-of-people': { paths: '^/revoke', example: '/revoke' },
  form: { paths: '^/authenticators/new', example: '/authenticators/new' },
  list: { paths: '^/(authenticators|devices|activity)', example: '/devices' },
  cards: { paths: '', example: '/' },
} as const;
export type Shape = keyof typeof SHAPES;

export function shapeOf(path: string): Shape {
  const shapes = Object.keys(SHAPES) as Shape[];
  return shapes.find((shape) => new RegExp(SHAPES[shape].paths).test(path)) ?? 'cards';
}
