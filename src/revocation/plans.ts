import { apiUrl } from '../settings.ts';
import { PlanStore } from './plan-store.ts';

/** The plans that this browser keeps, for the API that the portal is set up for. */
export const planStore = new PlanStore(`mfa-portal:${apiUrl}`);
