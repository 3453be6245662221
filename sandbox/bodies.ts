import type { Context } from 'hono';
import type { z } from 'zod';
import { refuseInput } from './errors.ts';

/**
 * The request's JSON body in the given shape.
 * @throws Refusal `status` with Required for a missing field and InvalidFormat for a wrong one; 400 where it isn't JSON.
 */
export async function readBody<Shape extends z.ZodType>(
  c: Context,
  shape: Shape,
  status: 400 | 422 = 422,
): Promise<z.infer<Shape>> {
  const body: unknown = await c.req.json().catch(() => {
    throw refuseInput('InvalidFormat', 'The body is not JSON', 400);
  });
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const missing = issue?.code === 'invalid_type' && issue.message.endsWith('received undefined');
  throw refuseInput(
    missing ? 'Required' : 'InvalidFormat',
    `${issue?.path.join('.') || 'body'}: ${issue?.message}`,
    status,
  );
}
