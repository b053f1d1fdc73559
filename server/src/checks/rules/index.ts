/** The registry of rules, in the order of the catalogue. */
import type { Rule } from '../rule.ts';
import { weightSum } from './weight-sum.ts';

export const rules: readonly Rule[] = [weightSum];
