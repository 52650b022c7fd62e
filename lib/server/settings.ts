/** What the environment and the command line say about how to run, checked once, at the start. */
import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '#core';
import { packageRoot } from '#database';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const SHORTEST_TOKEN = 16;

export interface Settings {
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly ownerUrl?: string;
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  readonly token?: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Absolute; null where the checkout has none. */
  readonly configFile: string | null;
}

/** What options of the command line put in the place of a variable. */
export interface SettingsOverrides {
  readonly dataDir?: string;
  readonly port?: string | number;
  readonly host?: string;
}

/**
 * Reads the settings from the environment; options win over variables. A variable that is empty counts as not set.
 *
 * @returns CS-401, naming the variable or option and what it may be
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  overrides: SettingsOverrides,
): Result<Settings> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const options: [string, string | number | undefined][] = [
    ['CHRONOSCOPE_DATA_DIR', overrides.dataDir],
    ['PORT', overrides.port],
    ['HOST', overrides.host],
  ];
  for (const [name, value] of options) if (value !== undefined) given[name] = String(value);
  const read = variables.safeParse(given);
  if (!read.success) return refusal(read.error, given, overrides);
  const { data } = read;
  if (data.DATABASE_OWNER_URL !== undefined && data.DATABASE_URL === undefined) {
    const message =
      'DATABASE_OWNER_URL is set without DATABASE_URL: set both, or neither for the embedded server.';
    return fail('CS-401', message, 'DATABASE_OWNER_URL');
  }
  const dataDir = data.CHRONOSCOPE_DATA_DIR ?? path.join(packageRoot(), '.chronoscope');
  return ok({
    dataDir: path.resolve(/* turbopackIgnore: true */ dataDir),
    ...(data.DATABASE_URL === undefined ? {} : { databaseUrl: data.DATABASE_URL }),
    ...(data.DATABASE_OWNER_URL === undefined ? {} : { ownerUrl: data.DATABASE_OWNER_URL }),
    port: data.PORT,
    host: data.HOST,
    ...(data.CHRONOSCOPE_TOKEN === undefined ? {} : { token: data.CHRONOSCOPE_TOKEN }),
    logLevel: data.CHRONOSCOPE_LOG_LEVEL,
    configFile: configFileOf(data.CHRONOSCOPE_CONFIG),
  });
}

/**
 * Whether the app may listen where the settings say: on loopback always, elsewhere only with a token.
 *
 * @returns CS-402 otherwise
 */
export function mayListen({ host, token }: Pick<Settings, 'host' | 'token'>): Result<void> {
  if (isLoopback(host) || token !== undefined) return ok(undefined);
  const message = `HOST is ${host}, which others can reach. Set CHRONOSCOPE_TOKEN to a secret of ${SHORTEST_TOKEN} characters or more that they have to know.`;
  return fail('CS-402', message, 'CHRONOSCOPE_TOKEN');
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

const postgresUrl = z
  .string()
  .refine(
    (text) => /^postgres(ql)?:\/\/[^/]/.test(text) && URL.canParse(text),
    'must be a URL like postgresql://user:password@host:5432/database',
  );

const variables = z.object({
  CHRONOSCOPE_DATA_DIR: z.string().optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  PORT: z
    .string()
    .default('7300')
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
      'must be a whole number from 0 (any free port) to 65535',
    )
    .transform(Number),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine(
      (text) => isIP(text) !== 0 || /^[A-Za-z0-9.-]+$/.test(text),
      'must be a host name or an address, without a port or brackets',
    ),
  CHRONOSCOPE_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, `must have at least ${SHORTEST_TOKEN} characters, ASCII without spaces`)
    .optional(),
  CHRONOSCOPE_LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  CHRONOSCOPE_CONFIG: z.string().optional(),
});

const OPTION_OF = new Map<PropertyKey, { readonly option: string; readonly key: keyof SettingsOverrides }>([
  ['CHRONOSCOPE_DATA_DIR', { option: '--data-dir', key: 'dataDir' }],
  ['PORT', { option: '--port', key: 'port' }],
  ['HOST', { option: '--host', key: 'host' }],
]);
const SECRET = new Set<PropertyKey>(['DATABASE_URL', 'DATABASE_OWNER_URL', 'CHRONOSCOPE_TOKEN']);

function refusal(
  error: z.ZodError,
  given: Record<string, string | undefined>,
  overrides: SettingsOverrides,
): Result<never> {
  const said = error.issues.map(({ path: [variable = ''], message }) => {
    const from = OPTION_OF.get(variable);
    const name = from !== undefined && overrides[from.key] !== undefined ? from.option : String(variable);
    // A password or token must not end in a log because of a typing error.
    const value = SECRET.has(variable) ? '' : ` (it is "${given[String(variable)]}")`;
    return { name, text: `${name} ${message}${value}.` };
  });
  return fail('CS-401', said.map(({ text }) => text).join(' '), said[0]?.name ?? '');
}

function configFileOf(named: string | undefined): string | null {
  if (named !== undefined) return path.resolve(named);
  const usual = path.join(packageRoot(), 'chronoscope.config.ts');
  return existsSync(usual) ? usual : null;
}
