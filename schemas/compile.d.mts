import type { Ajv, Options } from 'ajv';

export function compileValidators(): void;
export function readSchema(): Record<string, unknown>;
export function newAjv(options?: Options): Ajv;
