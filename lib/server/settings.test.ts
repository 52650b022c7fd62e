import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayListen, readSettings } from './settings.ts';

describe('readSettings', () => {
  it('needs nothing', () => {
    const read = readSettings({}, {});
    expect(read).toMatchObject({ ok: true, value: { port: 7300, host: '127.0.0.1', logLevel: 'info' } });
    expect(read.ok && path.basename(read.value.dataDir)).toBe('.chronoscope');
    expect(read.ok && path.isAbsolute(read.value.dataDir)).toBe(true);
  });

  it('takes every variable, and takes an empty one as not set', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      CHRONOSCOPE_DATA_DIR: '/srv/log',
      DATABASE_URL: 'postgresql://app:secret@db:5432/log',
      DATABASE_OWNER_URL: 'postgres://owner@db/log',
      CHRONOSCOPE_TOKEN: '0123456789abcdef',
      CHRONOSCOPE_LOG_LEVEL: 'debug',
      CHRONOSCOPE_CONFIG: '/srv/my.config.ts',
    };
    expect(readSettings(env, {})).toEqual({
      ok: true,
      value: {
        port: 0,
        host: '::1',
        dataDir: '/srv/log',
        databaseUrl: env.DATABASE_URL,
        ownerUrl: env.DATABASE_OWNER_URL,
        token: env.CHRONOSCOPE_TOKEN,
        logLevel: 'debug',
        configFile: '/srv/my.config.ts',
      },
    });
    expect(readSettings({ PORT: '', DATABASE_URL: '' }, {})).toEqual(readSettings({}, {}));
  });

  it('lets options win over variables', () => {
    const read = readSettings({ PORT: '1', CHRONOSCOPE_DATA_DIR: '/a' }, { port: '2', dataDir: '/b' });
    expect(read).toMatchObject({ ok: true, value: { port: 2, dataDir: '/b' } });
  });

  it.each([
    ['PORT', 'seven'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['HOST', '127.0.0.1:80'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'localhost:5432'],
    ['CHRONOSCOPE_TOKEN', 'short'],
    ['CHRONOSCOPE_LOG_LEVEL', 'loud'],
  ])('names %s when it is %s', (name, value) => {
    const read = readSettings({ [name]: value }, {});
    expect(read).toMatchObject({ ok: false, error: { code: 'CS-401', place: name } });
    expect(!read.ok && read.error.message.startsWith(`${name} must`)).toBe(true);
  });

  it('names the option where that is what was wrong', () => {
    expect(readSettings({ PORT: '80' }, { port: 'x' })).toMatchObject({
      error: { message: expect.stringMatching(/^--port must/) },
    });
  });

  it('says all that is wrong at once, and no secret', () => {
    const read = readSettings(
      { PORT: 'x', DATABASE_URL: 'mysql://me:hush@db/x', CHRONOSCOPE_TOKEN: 'hush' },
      {},
    );
    expect(!read.ok && read.error.message).toMatch(/PORT.*TOKEN|TOKEN.*PORT/);
    expect(!read.ok && read.error.message).not.toContain('hush');
  });

  it('refuses an owner without an application', () => {
    const read = readSettings({ DATABASE_OWNER_URL: 'postgres://owner@db/log' }, {});
    expect(read).toMatchObject({ error: { code: 'CS-401', place: 'DATABASE_OWNER_URL' } });
  });
});

describe('mayListen', () => {
  it.each(['127.0.0.1', '127.9.9.9', '::1', 'localhost'])('needs no token on %s', (host) => {
    expect(mayListen({ host }).ok).toBe(true);
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'example.org', '127.0.0.1.example.org'])(
    'needs one on %s',
    (host) => {
      expect(mayListen({ host })).toMatchObject({ error: { code: 'CS-402', place: 'CHRONOSCOPE_TOKEN' } });
      expect(mayListen({ host, token: '0123456789abcdef' }).ok).toBe(true);
    },
  );
});
