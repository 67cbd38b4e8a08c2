/** Where the time comes from: passed in, so that a test can stand still or jump ten years. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
