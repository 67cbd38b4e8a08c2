import { type CourseVersion, decodeText, formatKey, previewVersion } from '../courses/index.ts';
import { type CourseCheck, checkVersion } from '../studio/index.ts';
import type { CourseModel } from './olx/course-model.ts';

/** The studio's check of a course that is not stored: of what its authors work on. No Python is run. */
export async function checkModel(model: CourseModel): Promise<{ version: CourseVersion; check: CourseCheck }> {
  const { key, root, draftRoot, manifest, contents } = model;
  const version = previewVersion({ courseKey: formatKey(key), root: draftRoot ?? root, manifest, contents });
  const texts = new Map([...contents].map(([hash, bytes]) => [hash, decodeText(Buffer.from(bytes))]));
  return { version, check: await checkVersion(version, texts) };
}
