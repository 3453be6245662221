import { expect, test } from 'vitest';
import { allSpoken, firstSpoken } from './languages.ts';

test.each([
  [['de'], 'de'],
  [['DE-at', 'en'], 'de'],
  [['ja', 'fr-CA', 'de'], 'fr'],
  [[undefined, 'pt'], 'pt-PT'],
  [['pt-AO'], 'pt-PT'],
  [['pt-br'], 'pt-BR'],
  [['pt-BR', 'pt'], 'pt-BR'],
  [['ja', 'zh'], undefined],
  [[], undefined],
  [['', 'x', 'deutsch'], undefined],
])('of the languages %j the portal speaks %s', (wanted, language) => {
  expect(firstSpoken(wanted, allSpoken())).toBe(language);
});
