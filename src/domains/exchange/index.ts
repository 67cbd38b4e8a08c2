export { checkCourse } from './check-course.ts';
export type { CourseCounts } from './count-course.ts';
export type { CourseImport, ImportProgress } from './course-import.ts';
export { exportCourse } from './export-course.ts';
export type { Finding } from './finding.ts';
export { importCourse } from './import-course.ts';
export { createImportDesk, findImport, type ImportDesk, listImports } from './import-desk.ts';
