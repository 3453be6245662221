import { apiUrl, burst, requestsPerWindow } from '../settings.ts';
import { Budget } from './budget.ts';

/** Milliseconds between two calls that emnify advises. */
const PACE = 100;

/** The one budget of this tab, which knows of the other tabs' requests. */
export const budget = new Budget(`mfa-portal:${apiUrl}`, { perWindow: requestsPerWindow, burst, pace: PACE });
