import { DatabaseError } from 'pg';
import { describe, expect, it } from 'vitest';
import { databaseProblem } from './failure.ts';

function fromServer(code: string): DatabaseError {
  const error = new DatabaseError('it said so', 10, 'error');
  error.code = code;
  return error;
}

const fromSystem = (code: string) => Object.assign(new Error('it said so'), { code });

/** As Prisma throws what its driver threw. */
const wrapped = (originalCode: string) =>
  Object.assign(new Error('it said so'), {
    code: 'P2039',
    meta: { driverAdapterError: Object.assign(new Error(), { cause: { originalCode } }) },
  });

describe('what a database can refuse in ordinary life', () => {
  it.each([
    ['a full disk', fromServer('53100'), 'CS-321'],
    ['too many connections', fromServer('53300'), 'CS-321'],
    ['a statement that ran too long', fromServer('57014'), 'CS-322'],
    ['a server that shuts down', fromServer('57P01'), 'CS-320'],
    ['a server that starts up', fromServer('57P03'), 'CS-320'],
    ['a server that is not there', fromSystem('ECONNREFUSED'), 'CS-320'],
    ['a connection that was cut', fromSystem('ECONNRESET'), 'CS-320'],
    ['what Prisma wrapped', wrapped('57P01'), 'CS-320'],
    ['a server that Prisma cannot reach', fromSystem('P1001'), 'CS-320'],
    ['a connection that ended', new Error('Connection terminated unexpectedly'), 'CS-320'],
  ])('%s', (_, error, code) => expect(databaseProblem(error)?.code).toBe(code));

  it.each([
    ['a broken promise of ours', fromServer('23505')],
    ['a missing table', fromServer('42P01')],
    ['the same, wrapped', wrapped('42P01')],
    ['any other error', new Error('there is no import 7')],
    ['no error at all', 'text'],
  ])('%s is not one of them', (_, error) => expect(databaseProblem(error)).toBeNull());
});
