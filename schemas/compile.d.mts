import type { Ajv, Options } from 'ajv';
import type { Schema } from '../server/src/schema/document.ts';

export function compileValidators(): void;
export function readSchema(): Record<string, unknown>;
export function newAjv(options?: Options): Ajv;
export function pieceSchemas(): Readonly<Record<'system' | 'configuration', Schema>>;
