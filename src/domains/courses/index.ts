export { beginCourse } from './begin-course.ts';
export { beginLibrary } from './begin-library.ts';
export { hasBlocks, isBlock, isContainer, isKnownTag, newForm } from './block-kinds.ts';
export { blockIdsOf, changeBlock, hashTree, idOf, insertBlock, replaceBlock, walkBlocks } from './block-tree.ts';
export { previewBlock, previewVersion } from './build-version.ts';
export type {
  Block,
  BlockId,
  CourseFile,
  CourseKey,
  CourseVersion,
  SettingValue,
} from './course.ts';
export { findFile, plainFileName } from './course-files.ts';
export { formatKey, type KeyParts, parseKey, toKeyPart } from './course-key.ts';
export type { CourseRecord } from './course-store.ts';
export {
  createVersion,
  ensureCourse,
  type NewVersion,
} from './create-version.ts';
export { readDate } from './dates.ts';
export { decodeText } from './decode-text.ts';
export { policyPaths } from './documents.ts';
export { coursePublished } from './events.ts';
export { findCourse, listCourses } from './find-course.ts';
export {
  getContent,
  getContentBytes,
  getContents,
  getDraftVersion,
  getPublishedVersion,
  getStoredBlock,
  getStoredVersion,
  getVersion,
} from './get-version.ts';
export { defaultSettings } from './inherit.ts';
export { findVersionByNumber, listVersions, lockDraft } from './list-versions.ts';
export { inFolder, type Manifest, type ManifestFile } from './manifest.ts';
export { isInCircle, type Prerequisite, prerequisitesIn, requiredBlock } from './prerequisites.ts';
export { type Published, publishInstead, publishTree, publishVersion } from './publish-version.ts';
export { readEmbedded } from './read-embedded.ts';
export { decodeSetting } from './settings.ts';
export { childMark, edgeMark, hashBlock, hashContent, type SourceForm, type StoredBlock } from './stored-block.ts';
export { type TranscriptFile, transcriptFiles } from './transcript-files.ts';
export { createVersionCache, type StoredVersion, type VersionCache } from './version-cache.ts';
