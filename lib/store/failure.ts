/**
 * What PostgreSQL can refuse in ordinary life, as a problem with a number. Anything else is a fault of ours and is thrown.
 */
import { z } from 'zod';
import type { Problem } from '#core';

export function databaseProblem(error: unknown): Problem | null {
  if (!(error instanceof Error)) return null;
  const code = codeOf(error);
  if (code.startsWith('53') || code === 'ENOSPC') {
    return { code: 'CS-321', message: `The database has no room for this: ${error.message}.` };
  }
  if (code === '57014' || code === '55P03') {
    return {
      code: 'CS-322',
      message: `The database took too long, and the statement was given up: ${error.message}.`,
    };
  }
  if (
    code.startsWith('08') ||
    code.startsWith('57P') ||
    CONNECTION_CODES.has(code) ||
    CONNECTION_LOST.test(error.message)
  ) {
    return {
      code: 'CS-320',
      message: `The database cannot be reached (${error.message}). Whether the last append was kept is not known; sending it again adds nothing twice.`,
    };
  }
  return null;
}

/** Of the server or the system; Prisma keeps it inside, with a code of its own outside. */
function codeOf(error: Error): string {
  const wrapped = wrappedByPrisma.safeParse(error);
  if (wrapped.success) return wrapped.data.meta.driverAdapterError.cause.originalCode;
  return 'code' in error ? String(error.code) : '';
}

const wrappedByPrisma = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
});

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  // Prisma's own: cannot reach the server, timed out, closed the connection.
  'P1001',
  'P1002',
  'P1017',
]);

/** The driver reports these without a code. */
const CONNECTION_LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;
