import { holdings as enrolment, migrations as enrolmentSteps } from './domains/enrolment/index.ts';
import { holdings as identity, migrations as identitySteps } from './domains/identity/index.ts';
import { holdings as ops, migrations as opsSteps } from './domains/ops/index.ts';
import { holdings as organisations, migrations as organisationsSteps } from './domains/organisations/index.ts';
import { holdings as policy, migrations as policySteps } from './domains/policy/index.ts';
import { holdings as tracking, migrations as trackingSteps } from './domains/tracking/index.ts';
import type { Migration } from './kernel/database/index.ts';
import type { Holdings } from './kernel/holdings/index.ts';
import { holdings as kernel } from './kernel/holdings/own-holdings.ts';
import { mailHoldings, mailTable } from './kernel/mail/index.ts';

/** The data map of the whole house: the tables of each domain, in the order of the staircase. */
export const map: Holdings = {
  ...kernel,
  ...mailHoldings,
  ...identity,
  ...policy,
  ...tracking,
  ...organisations,
  ...enrolment,
  ...ops,
};

/** The steps of each domain, in the order of the staircase: later domains refer to the tables of earlier ones. */
export const migrations: readonly Migration[] = [
  mailTable,
  ...identitySteps,
  ...policySteps,
  ...trackingSteps,
  ...organisationsSteps,
  ...enrolmentSteps,
  ...opsSteps,
];
