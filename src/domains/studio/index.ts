export { addBlock } from './add-block.ts';
export { dropAutosave, findAutosave, keepAutosave, listWriters } from './autosave.ts';
export { checkStored } from './check/check-stored.ts';
export { checkVersion } from './check/check-version.ts';
export { type CourseDates, findDateFaults } from './check/date-faults.ts';
export type { CourseCheck, Remark, RemarkCode } from './check/remark.ts';
export type { TryScript } from './check/try-problem.ts';
export { type Clipboard, copyBlock, cutBlock, findClipboard, pasteBlock } from './clipboard.ts';
export { type BlockDifference, compareBlocks, compareTrees } from './compare-versions.ts';
export { deleteBlock } from './delete-block.ts';
export type { Broken, Edit, EditResult, MovedOn, Refused } from './edit.ts';
export { addFiles, type NewFile } from './files/add-files.ts';
export { deleteFiles, lockFiles, undoFiles } from './files/change-files.ts';
export { type FileKind, fileKindOf, fileKinds } from './files/file-kind.ts';
export { type LinkReport, reportLinks } from './files/link-report.ts';
export { fileNameFor, type Prepared, prepareFile } from './files/prepare-file.ts';
export { type CoursePlace, findFileUses } from './files/where-used.ts';
export { type EditableBlock, findBlock } from './find-block.ts';
export { addFromLibrary, findSelectionState, type SelectionState, takeLibrary } from './libraries/take-library.ts';
export { moveBlock } from './move-block.ts';
export {
  makeOutline,
  type OutlineBlock,
  type PublishState,
  publishStateOf,
  type StudioOutline,
} from './outline-view.ts';
export { deleteItem, type ItemPlace, type ListName, moveItem, restoreItem } from './pages/arrange-list.ts';
export {
  type CoursePages,
  type ListedPage,
  type ListedTextbook,
  type ListedUpdate,
  readCoursePages,
} from './pages/list-view.ts';
export { type Chapter, setTextbook } from './pages/set-textbook.ts';
export { hidePage, setHandouts, setPage, setUpdate } from './pages/write-texts.ts';
export { type PartKind, partKinds } from './part-kinds.ts';
export { mayStandIn } from './places.ts';
export { problemTemplates } from './problem-templates.ts';
export { discardChanges, publishBlock } from './publish-block.ts';
export { restoreBlock, restoreVersion } from './restore.ts';
export { readText, type SourceKind, setContent, sourceOf } from './set-content.ts';
export { editionOfCourse, type NewCourse, placeOfText, setCourse } from './set-course.ts';
export { setSettings } from './set-settings.ts';
