import { backup } from './backup.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { exportCommand } from './export.ts';
import { grade } from './grade.ts';
import { importCommand } from './import.ts';
import { ledgerVerify } from './ledger-verify.ts';
import { mailBounced } from './mail-bounced.ts';
import { mailPrivacy } from './mail-privacy.ts';
import { personErase } from './person-erase.ts';
import { personExport } from './person-export.ts';
import { personOperator } from './person-operator.ts';
import { policyCheck } from './policy-check.ts';
import { policyPost } from './policy-post.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { restore } from './restore.ts';
import { scan } from './scan.ts';

/** All commands, in the order of `mooc help`. */
export const commands: readonly Command[] = [
  importCommand,
  exportCommand,
  pull,
  push,
  check,
  grade,
  backup,
  restore,
  personExport,
  personErase,
  personOperator,
  policyCheck,
  policyPost,
  ledgerVerify,
  mailBounced,
  mailPrivacy,
  scan,
];
