import { childElements, walk, type XmlElement } from '../../kernel/xml/index.ts';
import { ProblemError } from './problem-error.ts';
import { random2 } from './random/index.ts';
import { type NamedChoice, namedChoices } from './responses/named-choices.ts';
import type { Substitute } from './substitute.ts';

type Random = ReturnType<typeof random2>;

/** The choices as drawn for a seed, by their group, and the solutions of choices that were not drawn. */
export interface ChoiceOrder {
  readonly drawn: ReadonlyMap<XmlElement, readonly NamedChoice[]>;
  readonly droppedSolutions: ReadonlySet<XmlElement>;
}

/**
 * Shuffles choices and draws from pools. One generator serves the whole problem, in document order; it is not the
 * script's. (Rules 3.19.) @throws ProblemError
 */
export function drawChoices(root: XmlElement, seed: number, substitute: Substitute): ChoiceOrder {
  const random = onFirstUse(() => random2(seed));
  const drawn = new Map<XmlElement, readonly NamedChoice[]>();
  const droppedSolutions = new Set<XmlElement>();
  for (const parent of walk(root)) {
    for (const [index, response] of childElements(parent).entries()) {
      if (response.name !== 'multiplechoiceresponse') continue;
      const group = [...walk(response)].find((element) => element.name === 'choicegroup');
      if (!group) continue;
      const size = poolSize(group);
      if (size !== 0) {
        const pool = drawPool(group, size, random(), substitute);
        drawn.set(group, pool.choices);
        for (const one of otherSolutions(childElements(parent).slice(index + 1), pool.right)) droppedSolutions.add(one);
      } else if (group.attributes.shuffle === 'true') {
        drawn.set(group, shuffled(namedChoices(group), random()));
      }
    }
  }
  return { drawn, droppedSolutions };
}

/** Seeding costs more than most drawings, and few problems need it. */
function onFirstUse<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function poolSize(group: XmlElement): number {
  const written = group.attributes['answer-pool'];
  if (written === undefined) return 0;
  if (group.attributes.shuffle === 'true') {
    throw new ProblemError('Do not use shuffle and answer-pool at the same time', group.line);
  }
  if (!/^\s*[+-]?\d+\s*$/.test(written)) throw new ProblemError('answer-pool value should be an integer', group.line);
  return Number(written);
}

/** Fixed choices at the head stay there, later ones go to the end; the rest is shuffled. */
function shuffled(choices: readonly NamedChoice[], random: Random): readonly NamedChoice[] {
  const isFixed = ({ element }: NamedChoice) => element.attributes.fixed === 'true';
  const firstLoose = choices.findIndex((choice) => !isFixed(choice));
  if (firstLoose < 0) return choices;
  const rest = choices.slice(firstLoose);
  return [
    ...choices.slice(0, firstLoose),
    ...random.shuffle(rest.filter((choice) => !isFixed(choice))),
    ...rest.filter(isFixed),
  ];
}

function drawPool(group: XmlElement, size: number, random: Random, substitute: Substitute) {
  const choices = namedChoices(group);
  const isRight = ({ element }: NamedChoice) => substitute(element.attributes.correct ?? '').toLowerCase() === 'true';
  const right = choices.filter(isRight);
  const wrong = choices.filter((choice) => !isRight(choice));
  if (right.length === 0 || wrong.length === 0) {
    throw new ProblemError('Choicegroup must include at least 1 correct and 1 incorrect choice', group.line);
  }
  const picked = right[Number(random.randint(0, right.length - 1))]!;
  const others = random.shuffle(wrong).slice(0, size - 1);
  return { right: picked, choices: random.shuffle([picked, ...others]) };
}

/** In the solutionset right after it, only the picked choice's solution stays. */
function otherSolutions(following: readonly XmlElement[], right: NamedChoice): readonly XmlElement[] {
  const set = following.find((element) => element.name === 'solutionset');
  if (!set) return [];
  const wanted = right.element.attributes['explanation-id'];
  return childElements(set).filter(
    (child) => child.name === 'solution' && child.attributes['explanation-id'] !== wanted,
  );
}
