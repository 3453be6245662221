import type { CDPSession, Page } from '@playwright/test';

/**
 * Every string that the page's JavaScript can still reach, whoever holds it: component state, closures, caches, errors,
 * promises. Garbage is collected first, so what is there is held by something. V8 cuts strings off after 1,024.
 */
export async function liveStrings(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devtools.detach();
  const { strings }: { strings: string[] } = JSON.parse(chunks.join(''));
  return strings.join('\n');
}

/** What the errors hold that are alive, whoever caught them: all that they and their causes carry. */
export async function liveErrors(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const prototype = await objectOf(devtools, 'Error.prototype');
  const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: prototype });
  const { result } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    // Prototypes are among them, whose getters throw.
    functionDeclaration: `function () {
      const fields = (value) => Object.entries(Object.getOwnPropertyDescriptors(value));
      const tell = (value, depth) => value && typeof value === 'object' && depth > 0
        ? fields(value).map(([name, field]) => name + ': ' + tell(field.value, depth - 1)).join('\\n')
        : String(value);
      return this.map((error) => tell(error, 4)).join('\\n');
    }`,
    returnByValue: true,
  });
  await devtools.detach();
  return result.value;
}

async function objectOf(devtools: CDPSession, expression: string): Promise<string> {
  const { result } = await devtools.send('Runtime.evaluate', { expression });
  return result.objectId ?? '';
}
