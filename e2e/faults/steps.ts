import { ENROLMENT, MOVE } from './enrolment.ts';
import { OWN } from './own.ts';
import { SIGN_IN } from './sign-in.ts';
import { STAFF } from './staff.ts';

/** Every step of every flow. */
export const STEPS = [...SIGN_IN, ...ENROLMENT, ...MOVE, ...OWN, ...STAFF];
