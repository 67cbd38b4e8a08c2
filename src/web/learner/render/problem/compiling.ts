import type { LearnerNode } from '../../../../domains/problems/index.ts';
import type { Words } from '../../../i18n.ts';
import type { Rendering } from '../rendering.ts';
import type { Slots } from './template.ts';

/** What the parts of a problem are compiled with. */
export interface Compiling extends Slots {
  readonly words: Words;
  readonly rendering: Rendering;
  /** Author's nodes, with questions and inputs among them. */
  markup(nodes: readonly LearnerNode[]): Promise<string>;
  /** How many questions there are: one alone needs no number. */
  readonly questions: number;
}
