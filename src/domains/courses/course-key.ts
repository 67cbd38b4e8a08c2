import type { CourseKey } from './course.ts';

/** What a course's key is made of. A library has no run. */
export interface KeyParts {
  readonly kind: 'course' | 'library';
  readonly org: string;
  readonly number: string;
  readonly run: string;
}

/** Letters of any script, digits and `_ - . ~`: what Open edX allows, and safe in an address. */
const part = /^[\p{L}\p{M}\p{N}_\-.~]{1,100}$/u;

/** Whether the text can be a part of a key as it stands. */
function isKeyPart(text: string): boolean {
  return part.test(text) && !/^\.+$/.test(text);
}

/** What people wrote where a key's part must be, with `_` for what a key can't hold; empty when nothing is left. */
export function toKeyPart(text: string): string {
  const cleaned = [...text.trim().replace(/[^\p{L}\p{M}\p{N}_\-.~]+/gu, '_')].slice(0, 100).join('');
  return isKeyPart(cleaned) ? cleaned : '';
}

/** `course-v1:Org+Course+Run`, or `library-v1:Org+Library`. */
export function formatKey(parts: KeyParts): CourseKey {
  return parts.kind === 'library'
    ? `library-v1:${parts.org}+${parts.number}`
    : `course-v1:${parts.org}+${parts.number}+${parts.run}`;
}

/** The parts of a key, or null when the text is none. */
export function parseKey(key: string): KeyParts | null {
  const [, scheme, rest] = /^(course|library)-v1:(.+)$/.exec(key) ?? [];
  const parts = rest?.split('+') ?? [];
  if (!parts.every(isKeyPart) || parts.length !== (scheme === 'library' ? 2 : 3)) return null;
  const [org, number, run] = parts as [string, string, string | undefined];
  return { kind: scheme as KeyParts['kind'], org, number, run: run ?? '' };
}
