import { expect, it } from 'vitest';
import { countReport } from './count-report.ts';

const passed = { status: 'passed', fullName: 'adds' };
const failed = { status: 'failed', fullName: 'divides' };
const pending = { status: 'pending', fullName: 'needs the corpus' };

it('counts what passed, failed and was skipped', () => {
  const file = { name: 'a.test.ts', status: 'failed', assertionResults: [passed, failed, pending] };
  expect(countReport({ testResults: [file] }, 1)).toEqual({ passed: 1, failed: 1, skipped: ['needs the corpus'] });
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
  });
});

it('counts a fault outside of any test as one failure', () => {
  const whole = { name: 'a.test.ts', status: 'passed', assertionResults: [passed] };
  expect(countReport({ testResults: [whole] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  expect(countReport({ testResults: [] }, 1)).toMatchObject({ passed: 0, failed: 1 });
});
