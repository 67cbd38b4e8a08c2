export interface Points {
  readonly earned: number;
  readonly possible: number;
}

/** A problem's points with its weight; raw ones without a weight or where there is nothing to earn. (Rule 4.4.) */
export function weighted(raw: Points, weight: number | null): Points {
  if (weight === null || raw.possible === 0) return raw;
  return { earned: (raw.earned * weight) / raw.possible, possible: weight };
}

/** The points as the learner sees them: nothing of nothing for a problem without weight. */
export function shownPoints(raw: Points, weight: number | null): Points {
  return weight === 0 || raw.possible === 0 ? { earned: 0, possible: 0 } : weighted(raw, weight);
}

/** Which of a learner's attempts counts; the last one unless the author says otherwise. */
export type GradingMethod = 'last_score' | 'first_score' | 'highest_score' | 'average_score';

/** The score that counts, of the raw scores of all attempts in order. (Rule 4.5.) */
export function countedScore(method: GradingMethod, history: readonly number[]): number {
  if (history.length === 0) return 0;
  switch (method) {
    case 'first_score':
      return history[0]!;
    case 'highest_score':
      return Math.max(...history);
    case 'average_score':
      return roundHalfEven(history.reduce((sum, score) => sum + score, 0) / history.length);
    default:
      return history.at(-1)!;
  }
}

/** To two decimals as Python rounds: exact ties, which are odd eighths, go to the even digit. */
function roundHalfEven(value: number): number {
  const isTie = Math.abs(value * 8) % 2 === 1;
  if (!isTie) return Number(value.toFixed(2));
  const below = Math.floor(value * 100);
  return (below % 2 === 0 ? below : below + 1) / 100;
}
