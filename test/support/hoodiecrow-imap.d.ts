declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface Imap {
    readonly server: Server;
    listen(port: number, done: () => void): void;
    close(done: () => void): void;
    appendMessage(folder: string, flags: readonly string[], internalDate: string | false, raw: string): void;
  }
  export default function hoodiecrow(options: object): Imap;
}
