const stateWords = 624;
const middle = 397;
const low32 = 0xffff_ffffn;

/** MT19937, the generator below every version of Python's `random`. */
export interface MersenneTwister {
  /** The next 32 bits. */
  word(): number;
  /** A number in [0, 1) of 53 bits. */
  random(): number;
  /** A whole number of `bits` bits; 0 bits take nothing from the stream. */
  bits(bits: number): bigint;
}

function startState(seed: number): Uint32Array {
  const state = new Uint32Array(stateWords);
  state[0] = seed;
  for (let i = 1; i < stateWords; i++) {
    const before = state[i - 1]! ^ (state[i - 1]! >>> 30);
    state[i] = Math.imul(1812433253, before) + i;
  }
  return state;
}

function keyWords(key: bigint): number[] {
  const words: number[] = [];
  for (let rest = key; rest > 0n; rest >>= 32n) words.push(Number(rest & low32));
  return words.length === 0 ? [0] : words;
}

/** The reference's `init_by_array`: the key's words, little end first, stirred into the state. */
function stateOf(key: bigint): Uint32Array {
  const words = keyWords(key);
  const state = startState(19650218);
  let i = 1;
  const step = () => {
    i += 1;
    if (i < stateWords) return;
    state[0] = state[stateWords - 1]!;
    i = 1;
  };
  const before = () => state[i - 1]! ^ (state[i - 1]! >>> 30);
  for (let k = 0, j = 0; k < Math.max(stateWords, words.length); k++, j = (j + 1) % words.length) {
    state[i] = (state[i]! ^ Math.imul(before(), 1664525)) + words[j]! + j;
    step();
  }
  for (let k = 1; k < stateWords; k++) {
    state[i] = (state[i]! ^ Math.imul(before(), 1566083941)) - i;
    step();
  }
  state[0] = 0x8000_0000;
  return state;
}

function turn(state: Uint32Array): void {
  for (let i = 0; i < stateWords; i++) {
    const both = (state[i]! & 0x8000_0000) | (state[(i + 1) % stateWords]! & 0x7fff_ffff);
    state[i] = state[(i + middle) % stateWords]! ^ (both >>> 1) ^ (both & 1 ? 0x9908_b0df : 0);
  }
}

function temper(word: number): number {
  let y = word;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c_5680;
  y ^= (y << 15) & 0xefc6_0000;
  return (y ^ (y >>> 18)) >>> 0;
}

/** A generator started by a whole number, not negative, of any size. */
export function mersenneTwister(key: bigint): MersenneTwister {
  const state = stateOf(key);
  let next = stateWords;
  const word = () => {
    if (next === stateWords) {
      turn(state);
      next = 0;
    }
    return temper(state[next++]!);
  };
  return {
    word,
    random() {
      const high = word() >>> 5;
      const low = word() >>> 6;
      return (high * 67108864 + low) / 9007199254740992;
    },
    bits(bits) {
      let value = 0n;
      for (let done = 0; done < bits; done += 32) {
        value |= BigInt(word() >>> Math.max(0, 32 - (bits - done))) << BigInt(done);
      }
      return value;
    },
  };
}
