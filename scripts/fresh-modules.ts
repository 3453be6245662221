import { vi } from 'vitest';

/** Run before each test file: what our modules remember is not handed on from one file to the next. */
vi.resetModules();
