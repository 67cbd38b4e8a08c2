import { holdings as assets } from './domains/assets/holdings.ts';
import { migrations as assetsSteps } from './domains/assets/migrations/index.ts';
import { holdings as breaches } from './domains/breaches/holdings.ts';
import { migrations as breachesSteps } from './domains/breaches/migrations/index.ts';
import { holdings as catalog } from './domains/catalog/holdings.ts';
import { migrations as catalogSteps } from './domains/catalog/migrations/index.ts';
import { holdings as courses } from './domains/courses/holdings.ts';
import { migrations as coursesSteps } from './domains/courses/migrations/index.ts';
import { holdings as disclosure } from './domains/disclosure/holdings.ts';
import { migrations as disclosureSteps } from './domains/disclosure/migrations/index.ts';
import { holdings as enrolment } from './domains/enrolment/holdings.ts';
import { migrations as enrolmentSteps } from './domains/enrolment/migrations/index.ts';
import { holdings as exchange } from './domains/exchange/holdings.ts';
import { migrations as exchangeSteps } from './domains/exchange/migrations/index.ts';
import { holdings as gate } from './domains/gate/holdings.ts';
import { migrations as gateSteps } from './domains/gate/migrations/index.ts';
import { holdings as identity } from './domains/identity/holdings.ts';
import { migrations as identitySteps } from './domains/identity/migrations/index.ts';
import { holdings as learning } from './domains/learning/holdings.ts';
import { migrations as learningSteps } from './domains/learning/migrations/index.ts';
import { holdings as ledger } from './domains/ledger/holdings.ts';
import { migrations as ledgerSteps } from './domains/ledger/migrations/index.ts';
import { holdings as ops } from './domains/ops/holdings.ts';
import { migrations as opsSteps } from './domains/ops/migrations/index.ts';
import { holdings as organisations } from './domains/organisations/holdings.ts';
import { migrations as organisationsSteps } from './domains/organisations/migrations/index.ts';
import { holdings as outreach } from './domains/outreach/holdings.ts';
import { migrations as outreachSteps } from './domains/outreach/migrations/index.ts';
import { holdings as policy } from './domains/policy/holdings.ts';
import { migrations as policySteps } from './domains/policy/migrations/index.ts';
import { holdings as requests } from './domains/requests/holdings.ts';
import { migrations as requestsSteps } from './domains/requests/migrations/index.ts';
import { holdings as studio } from './domains/studio/holdings.ts';
import { migrations as studioSteps } from './domains/studio/migrations/index.ts';
import { holdings as tracking } from './domains/tracking/holdings.ts';
import { migrations as trackingSteps } from './domains/tracking/migrations/index.ts';
import type { Migration } from './kernel/database/index.ts';
import type { Holdings } from './kernel/holdings/index.ts';
import { holdings as kernel } from './kernel/holdings/own-holdings.ts';
import { mailHoldings, mailReplyTo, mailTable } from './kernel/mail/index.ts';

/** The data map of the whole house: the tables of each domain, in the order of the staircase. */
export const map: Holdings = {
  ...kernel,
  ...mailHoldings,
  ...identity,
  ...ledger,
  ...policy,
  ...tracking,
  ...organisations,
  ...assets,
  ...courses,
  ...studio,
  ...catalog,
  ...enrolment,
  ...learning,
  ...gate,
  ...outreach,
  ...exchange,
  ...disclosure,
  ...requests,
  ...breaches,
  ...ops,
};

/** The steps of each domain, in the order of the staircase: later domains refer to the tables of earlier ones. */
export const migrations: readonly Migration[] = [
  mailTable,
  mailReplyTo,
  ...identitySteps,
  ...ledgerSteps,
  ...policySteps,
  ...trackingSteps,
  ...organisationsSteps,
  ...assetsSteps,
  ...coursesSteps,
  ...studioSteps,
  ...catalogSteps,
  ...enrolmentSteps,
  ...learningSteps,
  ...gateSteps,
  ...outreachSteps,
  ...exchangeSteps,
  ...disclosureSteps,
  ...requestsSteps,
  ...breachesSteps,
  ...opsSteps,
];
