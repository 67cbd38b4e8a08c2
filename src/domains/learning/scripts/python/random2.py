"""Python 2.7's random numbers on Python 3's generator, as Open edX's scripts draw them.

The generator itself (random, seed, getrandbits) is the same in both; what is drawn from it is not. The Python 3 module
does the rest: its distributions of real numbers did not change.
"""

import _random
from math import ceil, log
from random import Random as _Random3

_WIDTH_OF_RANDOM = 2**53


class Random(_Random3):
    def __init__(self, x=None):
        self.gauss_next = None
        super().__init__(x)

    def seed(self, a=None, version=1):
        if isinstance(a, (str, bytes)):
            a = _hash_of_text(a)
        elif a is not None and not isinstance(a, (int, float)):
            a = hash(a)
        _random.Random.seed(self, a)
        self.gauss_next = None

    def _randbelow(self, n):
        if n < _WIDTH_OF_RANDOM:
            return int(self.random() * n)
        bits = int(1.00001 + log(n - 1, 2.0))
        value = self.getrandbits(bits)
        while value >= n:
            value = self.getrandbits(bits)
        return value

    def randrange(self, start, stop=None, step=1):
        first = _whole(start, "arg 1")
        if stop is None:
            if first > 0:
                return self._randbelow(first)
            raise ValueError("empty range for randrange()")
        end, by = _whole(stop, "stop"), _whole(step, "step")
        if by == 0:
            raise ValueError("zero step for randrange()")
        count = (end - first + by + (-1 if by > 0 else 1)) // by
        if count <= 0:
            raise ValueError("empty range for randrange() (%d,%d, %d)" % (first, end, end - first))
        return first + by * self._randbelow(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        return seq[int(self.random() * len(seq))]

    def shuffle(self, x, random=None):
        draw = random or self.random
        for i in range(len(x) - 1, 0, -1):
            j = int(draw() * (i + 1))
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k):
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("sample larger than population")
        limit = 21 + (4 ** ceil(log(k * 3, 4)) if k > 5 else 0)
        if n <= limit or hasattr(population, "keys") or isinstance(population, (set, frozenset)):
            pool = list(population)
            return [self._take(pool, n - i) for i in range(k)]
        taken = {}
        while len(taken) < k:
            taken.setdefault(int(self.random() * n))
        return [population[j] for j in taken]

    def _take(self, pool, left):
        j = int(self.random() * left)
        item, pool[j] = pool[j], pool[left - 1]
        return item

    def gammavariate(self, alpha, beta):
        if alpha != 1.0 or beta <= 0.0:
            return super().gammavariate(alpha, beta)
        u = self.random()
        while u <= 1e-7:
            u = self.random()
        return -log(u) * beta


def _whole(value, name):
    whole = int(value)
    if whole != value:
        raise ValueError(f"non-integer {name} for randrange()")
    return whole


def _hash_of_text(text):
    """Python 2's hash of a text on 64 bits: the same every day, unlike Python 3's."""
    codes = text if isinstance(text, bytes) else [ord(c) for c in text]
    if not codes:
        return 0
    value = codes[0] << 7
    for code in codes:
        value = ((1000003 * value) ^ code) & 0xFFFFFFFFFFFFFFFF
    return value ^ len(codes)
