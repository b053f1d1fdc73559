/** The registry of rules, in the order of the catalogue. */
import type { Rule } from '../rule.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateName } from './duplicate-name.ts';
import { emptyAggregate } from './empty-aggregate.ts';
import { excessiveAliases } from './excessive-aliases.ts';
import { fewChildren } from './few-children.ts';
import { leafWithChildren } from './leaf-with-children.ts';
import { levelCount } from './level-count.ts';
import { levelMissing } from './level-missing.ts';
import { levelSkipped } from './level-skipped.ts';
import { levelUnpublished } from './level-unpublished.ts';
import { manyChildren } from './many-children.ts';
import { missingSource } from './missing-source.ts';
import { notSupported } from './not-supported.ts';
import { pointsSum } from './points-sum.ts';
import { raggedLeaf } from './ragged-leaf.ts';
import { referenceCycle } from './reference-cycle.ts';
import { schema } from './schema.ts';
import { singleChild } from './single-child.ts';
import { suppressionWithoutReason } from './suppression-without-reason.ts';
import { unknownKey } from './unknown-key.ts';
import { unresolvedGroup } from './unresolved-group.ts';
import { unresolvedIndicator } from './unresolved-indicator.ts';
import { unresolvedTier } from './unresolved-tier.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { weightDominant } from './weight-dominant.ts';
import { weightGroupSum } from './weight-group-sum.ts';
import { weightImplicit } from './weight-implicit.ts';
import { weightImplied } from './weight-implied.ts';
import { weightMissing } from './weight-missing.ts';
import { weightMixed } from './weight-mixed.ts';
import { weightNegligible } from './weight-negligible.ts';
import { weightRange } from './weight-range.ts';
import { weightSum } from './weight-sum.ts';
import { weightZero } from './weight-zero.ts';
import { yamlSyntax } from './yaml-syntax.ts';

export const rules: readonly Rule[] = [
  // Structure
  yamlSyntax,
  schema,
  unknownKey,
  notSupported,
  duplicateId,
  duplicateName,
  unresolvedIndicator,
  unresolvedGroup,
  unresolvedTier,
  levelCount,
  levelUnpublished,
  levelSkipped,
  levelMissing,
  raggedLeaf,
  emptyAggregate,
  leafWithChildren,
  singleChild,
  fewChildren,
  manyChildren,
  referenceCycle,
  excessiveAliases,
  missingSource,
  suppressionWithoutReason,
  unusedSuppression,
  // Weights
  weightSum,
  pointsSum,
  weightMissing,
  weightImplied,
  weightRange,
  weightZero,
  weightMixed,
  weightDominant,
  weightNegligible,
  weightImplicit,
  weightGroupSum,
];
