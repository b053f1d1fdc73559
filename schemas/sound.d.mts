import type { Schema } from '../server/src/schema/document.ts';

export function soundCode(
  roots: Readonly<Record<string, Schema>>,
  definitions: Readonly<Record<string, Schema>>,
): string;
export const followedKeywords: ReadonlySet<string>;
