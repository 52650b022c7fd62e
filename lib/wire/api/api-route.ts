/** What the table of addresses says of each. */
import type { z } from 'zod';
import type { ApiSchemaName } from './schemas.ts';

export interface ApiRoute {
  /** Below /api/v1, its parameters in braces. */
  readonly path: string;
  /** What a generated client calls it. */
  readonly operation: string;
  readonly summary: string;
  /** More than fits a line. */
  readonly about?: string;
  readonly query: z.ZodRawShape;
  readonly answers: readonly ApiAnswer[];
  /** The numbers under which it refuses, by status. */
  readonly refusals: ApiRefusals;
  /** What may be sent there, where something may. */
  readonly post?: ApiPost;
}

export interface ApiRefusals {
  readonly 400?: readonly string[];
  readonly 404?: readonly string[];
  readonly 409?: readonly string[];
}

export interface ApiPost {
  readonly operation: string;
  readonly summary: string;
  readonly about: string;
  readonly body: ApiSchemaName;
  readonly answer: ApiSchemaName;
  readonly refusals: ApiRefusals;
}

export type ApiAnswer =
  | { readonly type: 'application/json' | 'application/json-patch+json'; readonly schema: ApiSchemaName }
  /** The document itself, or one that its description says. */
  | { readonly type: 'application/json'; readonly schema: null }
  /** Bytes as they are. */
  | { readonly type: 'application/octet-stream' }
  /** A file to take along. */
  | {
      readonly type: 'application/x-ndjson' | 'text/csv' | 'text/markdown' | 'application/vnd.apache.parquet';
    }
  /** Events as they come. */
  | { readonly type: 'text/event-stream' }
  /** Gzipped bytes, good for ever. */
  | { readonly type: 'application/gzip' };

export const json = (schema: ApiSchemaName): ApiAnswer => ({ type: 'application/json', schema });
