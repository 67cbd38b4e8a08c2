import { expect, it } from 'vitest';
import { countReport } from './count-report.ts';

const passed = { status: 'passed', fullName: 'adds' };
const failed = { status: 'failed', fullName: 'divides' };
const pending = { status: 'pending', fullName: 'needs the corpus' };

it('counts what passed, failed and was skipped', () => {
  const file = { name: 'a.test.ts', status: 'failed', assertionResults: [passed, failed, pending] };
  expect(countReport({ testResults: [file] }, 1)).toMatchObject({
    passed: 1,
    failed: 1,
    skipped: ['needs the corpus'],
  });
});

it('names what failed, with the beginning of its error', () => {
  const message = ['AssertionError: expected 1 to be 2', 'x'.repeat(500), ...Array(50).fill('    at a.ts:1:1')].join(
    '\n',
  );
  const ofTest = { name: `${process.cwd()}/a.test.ts`, status: 'failed' };
  const ofFile = { name: `${process.cwd()}/b.test.ts`, status: 'failed', message: 'Cannot find c.ts' };
  const testResults = [
    { ...ofTest, assertionResults: [passed, { ...failed, failureMessages: [message] }] },
    { ...ofFile, assertionResults: [] },
  ];
  const [first, second] = countReport({ testResults }, 1).failures;
  expect(first).toMatch(/^a\.test\.ts divides\n {2}AssertionError: expected 1 to be 2\n {2}x{200}\n/);
  expect(first!.split('\n')).toHaveLength(9);
  expect(second).toBe('b.test.ts\n  Cannot find c.ts');
});

it('names no more failures than anybody reads', () => {
  const file = { name: 'a.test.ts', status: 'failed', assertionResults: Array(500).fill(failed) };
  const count = countReport({ testResults: [file] }, 1);
  expect(count).toMatchObject({ failed: 500 });
  expect(count.failures).toHaveLength(30);
});

it('counts a file that could not be loaded as one failure', () => {
  const broken = { name: 'broken.test.ts', status: 'failed', assertionResults: [] };
  const whole = { name: 'a.test.ts', status: 'passed', assertionResults: [passed] };
  expect(countReport({ testResults: [broken, whole] }, 1)).toMatchObject({ passed: 1, failed: 1 });
});

it('counts a file without tests as skipped', () => {
  const empty = { name: `${process.cwd()}/test/corpus/a.test.ts`, status: 'passed', assertionResults: [] };
  expect(countReport({ testResults: [empty] }, 0)).toEqual({
    passed: 0,
    failed: 0,
    skipped: ['test/corpus/a.test.ts'],
    failures: [],
  });
});

it('counts a fault outside of any test as one failure', () => {
  const whole = { name: 'a.test.ts', status: 'passed', assertionResults: [passed] };
  const failures = ['something outside of any test'];
  expect(countReport({ testResults: [whole] }, 1)).toMatchObject({ passed: 1, failed: 1, failures });
  expect(countReport({ testResults: [] }, 1)).toMatchObject({ passed: 0, failed: 1 });
});
