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
  const { snapshot, nodes, strings }: HeapSnapshot = JSON.parse(chunks.join(''));
  const { node_fields, node_types } = snapshot.meta;
  const [type, name] = [node_fields.indexOf('type'), node_fields.indexOf('name')];
  const live: string[] = [];
  for (let node = 0; node < nodes.length; node += node_fields.length) {
    if (!HOLD_TEXT.test(node_types[0].at(nodes[node + type] ?? 0) ?? '')) continue;
    live.push(strings[nodes[node + name] ?? 0] ?? '');
  }
  return live.join('\n');
}

/** The types of nodes whose name is text of the page: strings, and elements with their attributes. */
const HOLD_TEXT = /string|native/;

/** V8's format. It lists numbers too, where each function begins among them: thousands that look like a code. */
interface HeapSnapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[]] } };
  nodes: number[];
  strings: string[];
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
