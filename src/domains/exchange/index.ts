export { type CourseCheck, checkCourse } from './check-course.ts';
export type { CourseCounts } from './count-course.ts';
export { type ExportResult, exportCourse } from './export-course.ts';
export type { Finding, FindingCode } from './finding.ts';
export { type Ground, type ImportResult, type ImportWish, importCourse } from './import-course.ts';
