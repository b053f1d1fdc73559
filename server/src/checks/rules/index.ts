/** The registry of rules, in the order of the catalogue. */
import type { Rule } from '../rule.ts';
import { adjustmentReversed } from './adjustment-reversed.ts';
import { ahpIncomplete } from './ahp-incomplete.ts';
import { ahpInconsistent } from './ahp-inconsistent.ts';
import { ahpReciprocal } from './ahp-reciprocal.ts';
import { ambiguousColumn } from './ambiguous-column.ts';
import { bonusLarge } from './bonus-large.ts';
import { bonusUncapped } from './bonus-uncapped.ts';
import { categoryUnmapped } from './category-unmapped.ts';
import { claimsConflict } from './claims-conflict.ts';
import { constantColumn } from './constant-column.ts';
import { coverageIndicator } from './coverage-indicator.ts';
import { coverageUnit } from './coverage-unit.ts';
import { dataDuplicateUnit } from './data-duplicate-unit.ts';
import { dataEncoding } from './data-encoding.ts';
import { dataFile } from './data-file.ts';
import { dataNumber } from './data-number.ts';
import { dataRange } from './data-range.ts';
import { dataStrayUnit } from './data-stray-unit.ts';
import { dataTotalRow } from './data-total-row.ts';
import { dataUnitCount } from './data-unit-count.ts';
import { dataUnitName } from './data-unit-name.ts';
import { dataUnusedColumn } from './data-unused-column.ts';
import { deductionUnfloored } from './deduction-unfloored.ts';
import { denominatorUndefined } from './denominator-undefined.ts';
import { directionIgnored } from './direction-ignored.ts';
import { directionSuspect } from './direction-suspect.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateName } from './duplicate-name.ts';
import { emptyAggregate } from './empty-aggregate.ts';
import { entropyNegative } from './entropy-negative.ts';
import { equalsUnmatched } from './equals-unmatched.ts';
import { excessiveAliases } from './excessive-aliases.ts';
import { expectation } from './expectation.ts';
import { fewChildren } from './few-children.ts';
import { fullMark } from './full-mark.ts';
import { goalpostOrder } from './goalpost-order.ts';
import { goalpostTruncates } from './goalpost-truncates.ts';
import { goalpostUnreached } from './goalpost-unreached.ts';
import { groupAlias } from './group-alias.ts';
import { imputationLeft } from './imputation-left.ts';
import { keyIgnored } from './key-ignored.ts';
import { leafWithChildren } from './leaf-with-children.ts';
import { levelCount } from './level-count.ts';
import { levelMissing } from './level-missing.ts';
import { levelSkipped } from './level-skipped.ts';
import { levelUnpublished } from './level-unpublished.ts';
import { logNonpositive } from './log-nonpositive.ts';
import { manyChildren } from './many-children.ts';
import { meanNonpositive } from './mean-nonpositive.ts';
import { methodUndefined } from './method-undefined.ts';
import { minimumUnreached } from './minimum-unreached.ts';
import { missingSource } from './missing-source.ts';
import { missingUndeclared } from './missing-undeclared.ts';
import { nobodyRanked } from './nobody-ranked.ts';
import { normalCdfInput } from './normal-cdf-input.ts';
import { normaliseMixed } from './normalise-mixed.ts';
import { notScored } from './not-scored.ts';
import { orderBroken } from './order-broken.ts';
import { pointsSum } from './points-sum.ts';
import { previousChanged } from './previous-changed.ts';
import { previousIncomparable } from './previous-incomparable.ts';
import { quotaSum } from './quota-sum.ts';
import { raggedLeaf } from './ragged-leaf.ts';
import { rankClose } from './rank-close.ts';
import { referenceCycle } from './reference-cycle.ts';
import { relativeWithTiers } from './relative-with-tiers.ts';
import { robustnessNotRun } from './robustness-not-run.ts';
import { schema } from './schema.ts';
import { scoreOutsideScale } from './score-outside-scale.ts';
import { singleChild } from './single-child.ts';
import { standInReversed } from './stand-in-reversed.ts';
import { stepsOrder } from './steps-order.ts';
import { suppressionWithoutReason } from './suppression-without-reason.ts';
import { tieUnstated } from './tie-unstated.ts';
import { tierCover } from './tier-cover.ts';
import { tierEdge } from './tier-edge.ts';
import { tierEmpty } from './tier-empty.ts';
import { tierOrder } from './tier-order.ts';
import { topAmbiguous } from './top-ambiguous.ts';
import { unitAlias } from './unit-alias.ts';
import { unitInGroup } from './unit-in-group.ts';
import { unknownKey } from './unknown-key.ts';
import { unresolvedColumn } from './unresolved-column.ts';
import { unresolvedGroup } from './unresolved-group.ts';
import { unresolvedIndicator } from './unresolved-indicator.ts';
import { unresolvedLevel } from './unresolved-level.ts';
import { unresolvedTier } from './unresolved-tier.ts';
import { unresolvedUnit } from './unresolved-unit.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { vetoWithoutOutcome } from './veto-without-outcome.ts';
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
import { weightingUndefined } from './weighting-undefined.ts';
import { weightingUnreached } from './weighting-unreached.ts';
import { yamlSyntax } from './yaml-syntax.ts';
import { zeroSuspect } from './zero-suspect.ts';

export const rules: readonly Rule[] = [
  // Structure
  yamlSyntax,
  schema,
  unknownKey,
  robustnessNotRun,
  duplicateId,
  duplicateName,
  unresolvedIndicator,
  unresolvedGroup,
  unresolvedTier,
  unresolvedLevel,
  levelCount,
  levelUnpublished,
  levelSkipped,
  levelMissing,
  raggedLeaf,
  emptyAggregate,
  leafWithChildren,
  keyIgnored,
  minimumUnreached,
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
  ahpInconsistent,
  ahpIncomplete,
  ahpReciprocal,
  weightingUndefined,
  weightingUnreached,
  // Scores
  denominatorUndefined,
  imputationLeft,
  goalpostOrder,
  goalpostTruncates,
  goalpostUnreached,
  constantColumn,
  directionSuspect,
  directionIgnored,
  categoryUnmapped,
  stepsOrder,
  relativeWithTiers,
  normaliseMixed,
  normalCdfInput,
  logNonpositive,
  meanNonpositive,
  entropyNegative,
  methodUndefined,
  scoreOutsideScale,
  notScored,
  standInReversed,
  // Adjustments, tiers, ranking
  bonusUncapped,
  bonusLarge,
  deductionUnfloored,
  vetoWithoutOutcome,
  equalsUnmatched,
  adjustmentReversed,
  fullMark,
  tierOrder,
  tierCover,
  tierEmpty,
  tierEdge,
  quotaSum,
  tieUnstated,
  topAmbiguous,
  orderBroken,
  rankClose,
  nobodyRanked,
  // Data
  dataFile,
  dataEncoding,
  unresolvedColumn,
  unresolvedUnit,
  dataNumber,
  dataDuplicateUnit,
  dataStrayUnit,
  dataUnitName,
  dataTotalRow,
  ambiguousColumn,
  dataUnitCount,
  dataRange,
  dataUnusedColumn,
  coverageIndicator,
  coverageUnit,
  missingUndeclared,
  zeroSuspect,
  unitAlias,
  unitInGroup,
  groupAlias,
  // Published claims
  expectation,
  claimsConflict,
  previousChanged,
  previousIncomparable,
];
