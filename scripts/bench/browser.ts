import type { Browser, CDPSession, Page } from '@playwright/test';
import { Chain } from '../../e2e/chain.ts';
import { observe, type Seen } from './in-page.ts';

/** The line and the processor that all figures are of, unless it says otherwise. */
export const LINE = { latency: 150, down: 1_600, up: 750, cpu: 4 };
/** A kilobit a second, in bytes. */
const KILOBIT = 125;

interface Setting {
  world: string;
  /** Selector of what is there once the page's data is. */
  data?: string;
  /** How many times slower the processor is. */
  cpu?: number;
  /** Without it the line is as fast as it can be. */
  slowLine?: boolean;
  /** A live session, as the tab's storage holds it. */
  session?: Record<string, string>;
}

/** A page in a browser that knows nothing yet, watched from its first request. */
export class Visit {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly chain: Chain;
  requests = 0;
  scriptBytes = 0;

  private constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.cdp = cdp;
    this.chain = new Chain(page);
    const scripts = new Set<string>();
    cdp.on('Network.requestWillBeSent', () => {
      this.requests += 1;
    });
    cdp.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.add(requestId);
    });
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) this.scriptBytes += encodedDataLength;
    });
  }

  static async open(
    browser: Browser,
    { world, data, cpu = LINE.cpu, slowLine = true, session = {} }: Setting,
  ): Promise<Visit> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      extraHTTPHeaders: { 'X-Sandbox-World': world },
    });
    const page = await context.newPage();
    await page.addInitScript(observe, data);
    await page.addInitScript((stored) => {
      for (const [key, value] of Object.entries(stored)) sessionStorage.setItem(key, value);
    }, session);
    const cdp = await context.newCDPSession(page);
    // Time that the thread itself worked: what else runs on the machine counts for nothing.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (slowLine) {
      // Not without need: it keeps and decodes every answer once more, on the page's own thread.
      await cdp.send('Network.enable');
      await cdp.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: LINE.latency,
        downloadThroughput: LINE.down * KILOBIT,
        uploadThroughput: LINE.up * KILOBIT,
      });
    }
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    return new Visit(page, cdp);
  }

  seen(): Promise<Seen> {
    return this.page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  }

  /** When the page told it, in milliseconds since it began to load; undefined where it never did. */
  moment(name: string): Promise<number | undefined> {
    return this.page.evaluate((entry) => performance.getEntriesByName(entry)[0]?.startTime, name);
  }

  /** Waits until the page shows its data. @returns what it tells then */
  async shown(): Promise<Seen> {
    await this.page.waitForFunction(() => (globalThis as unknown as { seen: Seen }).seen.shown > 0);
    return this.seen();
  }

  /** Milliseconds that the main thread has worked. */
  async work(): Promise<number> {
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
