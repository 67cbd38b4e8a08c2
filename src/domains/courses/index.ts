export type {
  Block,
  BlockId,
  CourseFile,
  CourseInfo,
  CourseKey,
  CourseVersion,
  EffectiveSettings,
  Settings,
  SettingValue,
} from './course.ts';
export { findFile } from './course-files.ts';
export { formatKey, isKeyPart, type KeyParts, parseKey, toKeyPart } from './course-key.ts';
export type { CourseRecord } from './course-store.ts';
export {
  type CreateVersionResult,
  createVersion,
  type EnsureCourseResult,
  ensureCourse,
  type NewVersion,
} from './create-version.ts';
export { readDate } from './dates.ts';
export { coursePublished } from './events.ts';
export { type CourseListing, findCourse, listCourses } from './find-course.ts';
export {
  decodeText,
  getContent,
  getContentBytes,
  getContents,
  getDraftVersion,
  getPublishedVersion,
  getStoredVersion,
  getVersion,
  type StoredVersion,
} from './get-version.ts';
export { defaultSettings } from './inherit.ts';
export { inFolder, type Manifest, type ManifestFile } from './manifest.ts';
export { type PublishResult, publishVersion } from './publish-version.ts';
export { decodeSetting } from './settings.ts';
export { CHILD, EDGE, hashBlock, hashContent, type SourceForm, type StoredBlock } from './stored-block.ts';
export { createVersionCache, type VersionCache } from './version-cache.ts';
