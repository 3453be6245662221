import { vi } from 'vitest';

/** Run before each test file: what our modules remember, and what a test put in a browser's place, ends with its file. */
vi.resetModules();
vi.unstubAllGlobals();
