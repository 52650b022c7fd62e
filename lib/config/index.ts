/**
 * The one door of the configuration: what users write, and how it is loaded.
 *
 * Inside a configuration file `#config` means define.ts alone.
 */
export * from './define.ts';
export * from './load-config.ts';
export { type LoadedConfig, NO_CONFIG } from './loaded-config.ts';
export * from './metadata.ts';
export { projectRoot } from './project-root.ts';
export * from './sandbox/program.ts';
