/** What may be asked of an export. */
import { z } from 'zod';
import { EXPORT_WHATS } from '../export/formats.ts';
import { heldText, MOMENT } from './query-parts.ts';

const optionalMoment = (what: string, examples: readonly string[]) =>
  z
    .string()
    .optional()
    .meta({ description: `${what}: ${MOMENT}.`, examples });

const among = <const T extends readonly string[]>(name: string, allowed: T) =>
  z.enum(allowed, {
    error: ({ input }) => `${name} is ${allowed.map((one) => `"${one}"`).join(', ')}, not "${input}".`,
  });

/** What goes with what says readExport. */
export const exportQuery = z.object({
  what: among('what', EXPORT_WHATS)
    .default('state')
    .meta({
      description:
        'The state at one moment, what differs between two, the events between them, or what each of those changed.',
      examples: ['events'],
    }),
  format: among('format', ['json', 'json-patch', 'ndjson', 'csv', 'markdown'])
    .optional()
    .meta({
      description:
        'json for all, csv for all, markdown for all, json-patch for a diff, ndjson for events and changes. Default: json for a state and a diff, ndjson for events, csv for changes.',
      examples: ['csv'],
    }),
  at: optionalMoment('The moment of the state. Default: latest', ['31']),
  from: optionalMoment('The moment to compare from, or after which the events begin. Default: 0', ['30']),
  to: optionalMoment('The moment to compare to, or the last event. Default: latest', ['31']),
  type: z
    .array(z.string())
    .default([])
    .meta({ description: 'Only events of any of these types.', examples: [['RefundLimitChanged']] }),
  actor: z
    .array(z.string())
    .default([])
    .meta({
      description: 'Only events by any of these actors; the empty name stands for events without one.',
      examples: [['staff:marek.dahl']],
    }),
  changed: z
    .string()
    .optional()
    .meta({
      description: 'Only events that changed this path or one below it.',
      examples: ['/permissions'],
    }),
  text: heldText.optional().meta({
    description: 'Only events whose payload, type or metadata holds this; ASCII letters in either case.',
    examples: ['late delivery'],
  }),
});
