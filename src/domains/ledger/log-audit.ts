import { isSignedBy, type SignedHead } from './head.ts';
import { type GrowingTree, growTree } from './merkle.ts';

/** Something that is not as it was signed or noted. */
export interface LogFault {
  readonly because:
    | 'leaf-missing'
    | 'root-differs'
    | 'head-unsigned'
    | 'node-differs'
    | 'entry-changed'
    | 'entry-without-leaf'
    | 'leaf-without-entry';
  /** The position, size, id or hash that it is about. */
  readonly where: string;
}

/** Walks a log from its first leaf on and holds it against every signed head on the way. */
export interface LogAudit {
  /** @returns what became whole by this leaf, to be held against what is stored */
  add(position: number, leaf: Uint8Array): ReturnType<GrowingTree['add']>;
  /** What is wrong, the first twenty. */
  finish(): readonly LogFault[];
}

const most_faults = 20;

/** @param heads in the order of their sizes */
export function auditLog(heads: readonly SignedHead[], publicKey: Uint8Array): LogAudit {
  const faults: LogFault[] = [];
  const tree = growTree(0, []);
  let next = 0;
  const note = (because: LogFault['because'], where: string) => {
    if (faults.length < most_faults) faults.push({ because, where });
  };
  return {
    add(position, leaf) {
      if (position !== tree.size) note('leaf-missing', String(tree.size));
      const whole = tree.add(leaf);
      for (let head = heads[next]; head && head.size <= tree.size; head = heads[++next]) {
        const isSame = head.size === tree.size && tree.root().equals(head.root);
        if (!isSame) note('root-differs', `${head.size}`);
        if (!isSignedBy(head, publicKey)) note('head-unsigned', `${head.size}`);
      }
      return whole;
    },
    finish() {
      for (const head of heads.slice(next)) note('leaf-missing', `${head.size - 1}`);
      return faults;
    },
  };
}
