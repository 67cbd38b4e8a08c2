import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { OperatorError } from './kernel/errors.ts';
import { projectRoot } from './kernel/project-root.ts';

it('has a default for every setting, and takes an empty one for none', () => {
  const plain = readConfig({});
  expect(plain).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: null, siteKey: 'main', dkim: null });
  expect(readConfig({ PORT: '', HOST: ' ', SITE_URL: '', SMTP_URL: ' ' })).toEqual(plain);
});

it('takes of an address what mails and the check of the origin need', () => {
  expect(readConfig({ SITE_URL: 'https://mooc.example.org/anywhere' }).origin).toBe('https://mooc.example.org');
});

it.each([
  ['PORT', { PORT: '80a' }],
  ['PORT', { PORT: '65536' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '-1' }],
  ['MINIMUM_AGE', { MINIMUM_AGE: '12.5' }],
  ['MAILINGS_PER_MINUTE', { MAILINGS_PER_MINUTE: '0' }],
  ['GRADER_TOKEN', { GRADER_TOKEN: 'secret' }],
  ['SITE_KEY', { SITE_KEY: 'Main' }],
  ['SITE_KEY', { SITE_KEY: 'a; drop role postgres' }],
  ['SITE_URL', { SITE_URL: 'mooc.example.org' }],
  ['SITE_URL', { SITE_URL: 'javascript:alert(1)' }],
  ['OPERATOR_TIME_ZONE', { OPERATOR_TIME_ZONE: 'Lisbon' }],
  ['PRIVACY_MAILBOX', { PRIVACY_MAILBOX: 'pop3://ada:secret@mail.example.org' }],
  ['PRIVACY_MAILBOX', { PRIVACY_MAILBOX: 'imaps://mail.example.org' }],
  ['DKIM_SELECTOR', { DKIM_DOMAIN: 'mooc.example.org' }],
] as const)('names %s when it can not be understood: %o', (name, environment) => {
  expect(() => readConfig(environment)).toThrow(OperatorError);
  expect(() => readConfig(environment)).toThrow(name);
});

it('knows no setting that the README does not tell of', () => {
  const [source, readme] = ['src/config.ts', 'README.md'].map((file) =>
    readFileSync(path.join(projectRoot, file), 'utf8'),
  ) as [string, string];
  const settings = new Set(Array.from(source.matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g), ([, name]) => name!));
  expect(settings.size).toBeGreaterThan(15);
  // For developers alone: `npm run dev` sets it.
  settings.delete('MOOC_DEV');
  expect([...settings].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
