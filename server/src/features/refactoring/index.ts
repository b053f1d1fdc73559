/** The registry of refactorings, in the order in which they are offered. */
import { addIndicator } from './addIndicator.ts';
import { balanceWeights } from './balanceWeights.ts';
import { convertWeights } from './convertWeights.ts';
import { extractAggregate } from './extractAggregate.ts';
import { freezeWeights } from './freezeWeights.ts';
import type { Refactor } from './refactoring.ts';
import { sortSiblings } from './sortSiblings.ts';
import { writeImplied } from './writeImplied.ts';

export const refactorings: readonly Refactor[] = [
  balanceWeights,
  writeImplied,
  freezeWeights,
  convertWeights,
  sortSiblings,
  extractAggregate,
  addIndicator,
];
