export { type CourseScripts, createScriptPool, type ScriptPool, type ScriptPoolSettings } from './script-pool.ts';
