import { registerHooks } from 'node:module';

/**
 * What of `process` could reach outside although the permission model lets it pass: signals to the server (same user),
 * its debugger, modules by another door than `import`.
 */
const doors = [
  'kill',
  '_kill',
  '_debugProcess',
  '_debugEnd',
  'binding',
  '_linkedBinding',
  'dlopen',
  'execve',
  'getBuiltinModule',
  'loadEnvFile',
  'chdir',
  'umask',
  'setuid',
  'seteuid',
  'setgid',
  'setegid',
  'setgroups',
  'initgroups',
  '_getActiveHandles',
  '_getActiveRequests',
  'report',
] as const;

/**
 * Lets no memory of WebAssembly grow above the limit: Python then sees a MemoryError. To be called before Python is
 * loaded, because it takes the function that grows memory then.
 */
export function capMemory(limit_bytes: number): void {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength + pages * 65536 > limit_bytes) throw new RangeError('out of memory');
    return grow.call(this, pages);
  };
}

/**
 * Closes what is left open to JavaScript inside this process, for the day when a script finds its way out of Python:
 * the second wall. The first are the flags that the process was started with: no files, no network, no children, no
 * workers, no code from strings. (Node 26 lets `node:sqlite` open files under those flags; no module loads after this.)
 */
export function closeWalls(): void {
  for (const name of doors) Reflect.deleteProperty(process, name);
  registerHooks({
    resolve() {
      throw new Error('No module can be loaded here.');
    },
  });
}
