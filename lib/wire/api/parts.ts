/** What answers are made of. */
import { z } from 'zod';

export const axis = z.enum(['recorded', 'occurred']);

/** Microseconds at most, always UTC. */
export const instant = z.iso.datetime();

export const version = z.int().min(1);

export const pointer = z.string().meta({ description: 'A JSON Pointer (RFC 6901).' });

export const leafPath = z.string().meta({
  description:
    'A JSON Pointer (RFC 6901). Where the configuration declares a key, an element of an array is named by it: `/lines/~=A-100/quantity`, or behind `~:` where the key is a number or a boolean; the array itself then has the value {"by", "keys"}, its order.',
});

/** Anything. A reader that makes doubles of numbers loses digits here, which the answer has. */
export const value = z
  .unknown()
  .meta({ description: 'Any JSON value; numbers have the digits of the source.' });

/** An event as answers about states mention it. */
export const mentionSchema = z
  .object({
    version,
    type: z.string(),
    actor: z.string().nullable(),
    recordedAt: instant,
    occurredAt: instant,
  })
  .meta({ description: 'Which event, who caused it and when.' });

export const notThenSchema = z
  .object({ exists: z.literal(false) })
  .meta({ description: 'The entity did not exist at that moment.' });
