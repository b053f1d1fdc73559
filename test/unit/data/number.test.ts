import { expect, test } from 'vitest';
import { readNumber } from '../../../server/src/data/number.ts';

test.each([
  ['12', 12],
  ['-0.5', -0.5],
  ['+3', 3],
  ['.5', 0.5],
  ['5.', 5],
  ['007', 7],
  ['1e3', 1000],
  ['1.5E-3', 0.0015],
  [' 12 ', 12],
  ['0.1', 0.1],
  ['179769313486231570000', 179769313486231570000],
])('%j is a number', (cell, number) => {
  expect(readNumber(cell)).toEqual({ number });
});

test.each([
  ['', 'empty', undefined],
  [' \u3000', 'empty', undefined],
  ['1,234', 'thousands-separator', '1234'],
  ['-1,234,567.8', 'thousands-separator', '-1234567.8'],
  ['12,34,567', 'thousands-separator', '1234567'],
  ['1 234,5', 'thousands-separator', '1234.5'],
  ['1\u00a0234', 'thousands-separator', '1234'],
  ['1\u202f234\u202f567', 'thousands-separator', '1234567'],
  ['1’234.5', 'thousands-separator', '1234.5'],
  ['1_000', 'thousands-separator', '1000'],
  ['1.234.567', 'thousands-separator', '1234567'],
  ['12,5', 'decimal-comma', '12.5'],
  ['0,234', 'decimal-comma', '0.234'],
  ['1234,567', 'decimal-comma', '1234.567'],
  ['-,5', 'decimal-comma', '-.5'],
  ['1.234,5', 'decimal-comma', '1234.5'],
  ['95%', 'percent', '95'],
  ['95 %', 'percent', '95'],
  ['95％', 'percent', '95'],
  ['９５％', 'percent', '95'],
  ['12,5%', 'percent', '12.5'],
  ['１２', 'full-width', '12'],
  ['１２．５', 'full-width', '12.5'],
  ['－3', 'full-width', '-3'],
  ['１，２３４', 'thousands-separator', '1234'],
  ['\u200b12', 'invisible', '12'],
  ['12.5\u2060', 'invisible', '12.5'],
  ['\u200b', 'invisible', undefined],
  ['95%\u200e', 'percent', '95'],
  ['﹣5', 'text', '-5'],
  ['12，5', 'decimal-comma', '12.5'],
  ['#N/A', 'error-value', undefined],
  ['#DIV/0!', 'error-value', undefined],
  ['#VALUE!', 'error-value', undefined],
  ['#REF!', 'error-value', undefined],
  ['#NAME?', 'error-value', undefined],
  ['#NUM!', 'error-value', undefined],
  ['＃Ｎ／Ａ', 'error-value', undefined],
  ['######', 'error-value', undefined],
  ['Err:502', 'error-value', undefined],
  ['NaN', 'error-value', undefined],
  ['Infinity', 'infinite', undefined],
  ['-inf', 'infinite', undefined],
  ['∞', 'infinite', undefined],
  ['1e400', 'infinite', undefined],
  ['−5', 'text', '-5'],
  ['0x10', 'text', undefined],
  ['0b1', 'text', undefined],
  ['1.2.3', 'text', undefined],
  ['1,2,3', 'text', undefined],
  ['1,000,00', 'text', undefined],
  ['12万', 'text', undefined],
  ['缺', 'text', undefined],
  ['-', 'text', undefined],
  ['.', 'text', undefined],
  ['e5', 'text', undefined],
  ['1e', 'text', undefined],
  ['%', 'text', undefined],
  ['95%%', 'text', undefined],
  ['true', 'text', undefined],
  ['"12"5', 'text', undefined],
])('%j is not: %s, probably %s', (cell, reason, suggestion) => {
  expect(readNumber(cell)).toEqual(suggestion === undefined ? { reason } : { reason, suggestion });
});

test('long cells cost neither stack nor time', () => {
  for (const unit of ['%', '％', '1', '1,', '−', '1,234', "1'", '.', '0.']) {
    const reading = readNumber(`${unit.repeat(200_000)}x`);
    expect(reading).toEqual({ reason: 'text' });
    expect(readNumber(unit.repeat(200_000))).not.toHaveProperty('number');
  }
}, 10_000);
