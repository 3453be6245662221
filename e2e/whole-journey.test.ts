import { enrolAndComeBack } from './journey.ts';
import { test } from './test.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('a person sets up an app by its QR code, signs out, and signs in with a code from it', async ({
      page,
      sandbox,
    }) => {
      await enrolAndComeBack(page, sandbox);
    });
  });
}
